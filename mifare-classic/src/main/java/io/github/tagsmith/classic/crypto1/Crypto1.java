package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;

/**
 * The cipher: a shift register of 48 bits with 18 taps, and a filter on its odd bits. Even and odd bits lie in an int each, so
 * that a step swaps them, and the filter reads one of them. Bits of a byte go in and come out lowest first.
 */
public final class Crypto1 {

    private static final long TAPS = taps(0, 5, 9, 10, 12, 14, 15, 17, 19, 24, 25, 27, 29, 35, 39, 41, 42, 43);
    private static final int EVEN_TAPS = every(TAPS, 0);
    private static final int ODD_TAPS = every(TAPS, 1);
    private static final int HALF = 24;
    private static final int UNFILTERED = 4;

    private int even;
    private int odd;

    private Crypto1(long state) {
        this.even = every(state, 0);
        this.odd = every(state, 1);
    }

    /**
     * The cipher loaded with a key.
     *
     * @param key the key
     * @return the cipher before the first nonce
     */
    public static Crypto1 of(ClassicKey key) {
        return new Crypto1(key.reveal().toUnsignedLittleEndian());
    }

    private static long taps(int... numbers) {
        long mask = 0;
        for (int number : numbers) {
            mask |= 1L << number;
        }
        return mask;
    }

    /** Every second bit, from a first one on. */
    private static int every(long bits, int first) {
        int half = 0;
        for (int i = 0; i < HALF; i++) {
            half |= (int) (bits >>> (2 * i + first) & 1) << i;
        }
        return half;
    }

    /**
     * The bit of keystream that comes next; it is not consumed. Parity bits are encrypted with it.
     *
     * @return 0 or 1
     */
    public int peek() {
        return Filter.of(odd >>> UNFILTERED);
    }

    private void shift(int in) {
        int feedback = Integer.bitCount((even & EVEN_TAPS) ^ (odd & ODD_TAPS)) ^ in;
        int next = even >>> 1 | (feedback & 1) << (HALF - 1);
        even = odd;
        odd = next;
    }

    /**
     * Shifts bytes in.
     *
     * @param in what goes in
     * @param encrypted whether it is encrypted with this very keystream, as a reader's nonce is
     * @return the keystream of these steps
     */
    public Bytes feed(Bytes in, boolean encrypted) {
        Bytes out = Bytes.zeros(in.length());
        int mask = encrypted ? 1 : 0;
        for (int i = 0; i < in.length(); i++) {
            int key = 0;
            for (int bit = 0; bit < 8; bit++) {
                int next = peek();
                key |= next << bit;
                shift((in.get(i) >>> bit & 1) ^ (next & mask));
            }
            out = out.with(i, Bytes.of(key));
        }
        return out;
    }

    /**
     * Keystream with nothing shifted in.
     *
     * @return 8 bits, the first lowest
     */
    public int nextByte() {
        int key = 0;
        for (int bit = 0; bit < 8; bit++) {
            key |= peek() << bit;
            shift(0);
        }
        return key;
    }

    /**
     * Four bits of keystream with nothing shifted in, for an acknowledgement.
     *
     * @return 4 bits, the first lowest
     */
    public int nextNibble() {
        int key = 0;
        for (int bit = 0; bit < 4; bit++) {
            key |= peek() << bit;
            shift(0);
        }
        return key;
    }

    /**
     * Encrypts or decrypts.
     *
     * @param text plain or encrypted
     * @return the other
     */
    public Bytes crypt(Bytes text) {
        int[] bytes = new int[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.get(i) ^ nextByte();
        }
        return Bytes.of(bytes);
    }

    /** Shows nothing of its state. */
    @Override
    public String toString() {
        return "Crypto1";
    }
}
