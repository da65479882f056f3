package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;

/** The cipher: a register of 48 bits that begins as the key and moves with every bit that is sent. */
public final class Crypto1 {

    private static final int HALF = 24;

    private int even;
    private int odd;

    /** Bit i of the number is bit i of the register. */
    Crypto1(long register) {
        even = everySecond(register);
        odd = everySecond(register >>> 1);
    }

    /** Bits 0, 2, 4 and so on, closed up: neighbouring pairs, then groups of two, four and so on move together. */
    private static int everySecond(long bits) {
        long x = bits & 0x5555_5555_5555L;
        x = (x | x >>> 1) & 0x3333_3333_3333L;
        x = (x | x >>> 2) & 0x0F0F_0F0F_0F0FL;
        x = (x | x >>> 4) & 0x00FF_00FF_00FFL;
        x = (x | x >>> 8) & 0xFFFF_0000_FFFFL;
        return (int) (x | x >>> 16) & 0xFF_FFFF;
    }

    /**
     * The cipher at the start of an authentication.
     *
     * @param key the key
     * @return a cipher whose register is the key
     */
    public static Crypto1 of(ClassicKey key) {
        return new Crypto1(register(key));
    }

    /** The register that a key is: bit i is bit i % 8 of byte i / 8. */
    static long register(ClassicKey key) {
        return key.reveal().toUnsignedLittleEndian();
    }

    /** The register as it is now. */
    long register() {
        long register = 0;
        for (int i = HALF - 1; i >= 0; i--) {
            register = register << 2 | (long) (odd >>> i & 1) << 1 | (even >>> i & 1);
        }
        return register;
    }

    /**
     * The bit of keystream that comes next. It stays next.
     *
     * @return 0 or 1
     */
    public int peek() {
        return Filter.bit(odd >>> 4);
    }

    private void shift(int next) {
        int shifted = even >>> 1 | next << (HALF - 1);
        even = odd;
        odd = shifted;
    }

    /**
     * The next eight bits of keystream, while a byte is shifted in.
     *
     * @param input the byte, in plain; 0 for none
     * @return 0 to 255
     */
    public int next(int input) {
        int bits = Feedback.bits(even, odd, input);
        int e = even | (bits & 0x0F) << HALF;
        int o = odd | (bits >> 4 & 0x0F) << HALF;
        even = e >>> 4;
        odd = o >>> 4;
        return Filter.bit(o >>> 4)
                | Filter.bit(e >>> 5) << 1
                | Filter.bit(o >>> 5) << 2
                | Filter.bit(e >>> 6) << 3
                | Filter.bit(o >>> 6) << 4
                | Filter.bit(e >>> 7) << 5
                | Filter.bit(o >>> 7) << 6
                | Filter.bit(e >>> 8) << 7;
    }

    /**
     * The next eight bits of keystream, while the byte that they decrypt is shifted in.
     *
     * @param encrypted the byte, encrypted
     * @return 0 to 255
     */
    public int nextDecrypting(int encrypted) {
        int keystream = 0;
        for (int i = 0; i < 8; i++) {
            int bit = peek();
            shift(Feedback.bit(even, odd) ^ bit ^ (encrypted >>> i & 1));
            keystream |= bit << i;
        }
        return keystream;
    }

    /**
     * The next 32 bits of keystream, while a word is shifted in.
     *
     * @param input the word, in plain; 0 for none
     * @return the keystream
     */
    public int nextWord(int input) {
        return next(input >>> 24) << 24 | next(input >>> 16) << 16 | next(input >>> 8) << 8 | next(input);
    }

    /**
     * The next 32 bits of keystream, while the word that they decrypt is shifted in.
     *
     * @param encrypted the word, encrypted
     * @return the keystream
     */
    public int nextWordDecrypting(int encrypted) {
        return nextDecrypting(encrypted >>> 24) << 24
                | nextDecrypting(encrypted >>> 16) << 16
                | nextDecrypting(encrypted >>> 8) << 8
                | nextDecrypting(encrypted);
    }

    /**
     * Encrypts or decrypts four bits, as acknowledges have.
     *
     * @param bits 0 to 15
     * @return 0 to 15
     */
    public int nibble(int bits) {
        int result = bits;
        for (int i = 0; i < 4; i++) {
            result ^= peek() << i;
            shift(Feedback.bit(even, odd));
        }
        return result;
    }

    /**
     * Encrypts a frame, with the parity that goes with it.
     *
     * @param plain the frame
     * @return what is sent
     */
    public ParityFrame encrypt(Bytes plain) {
        return encrypt(plain, Bytes.zeros(plain.length()));
    }

    /**
     * Encrypts a frame while something is shifted in: the reader's nonce itself, or with a nested authentication the UID xor the
     * card's nonce.
     *
     * @param plain the frame
     * @param input what is shifted in, of the same length
     * @return what is sent
     */
    public ParityFrame encrypt(Bytes plain, Bytes input) {
        if (input.length() != plain.length()) {
            throw new IllegalArgumentException(plain.length() + " bytes while " + input.length() + " are shifted in");
        }
        int[] bytes = new int[plain.length()];
        int[] parity = new int[plain.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = plain.get(i) ^ next(input.get(i));
            parity[i] = ParityFrame.odd(plain.get(i)) ^ peek();
        }
        return new ParityFrame(Bytes.of(bytes), Bytes.of(parity));
    }

    /**
     * Decrypts a frame, and its parity.
     *
     * @param sent what was sent
     * @return the frame; its parity is odd where nothing was disturbed
     */
    public ParityFrame decrypt(ParityFrame sent) {
        int[] bytes = new int[sent.bytes().length()];
        int[] parity = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = sent.bytes().get(i) ^ next(0);
            parity[i] = sent.parity().get(i) ^ peek();
        }
        return new ParityFrame(Bytes.of(bytes), Bytes.of(parity));
    }

    /**
     * Decrypts a frame that is shifted in itself, as the reader's nonce is.
     *
     * @param sent what was sent
     * @return the frame; its parity is odd where nothing was disturbed
     */
    public ParityFrame decryptNonce(ParityFrame sent) {
        int[] bytes = new int[sent.bytes().length()];
        int[] parity = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = sent.bytes().get(i) ^ nextDecrypting(sent.bytes().get(i));
            parity[i] = sent.parity().get(i) ^ peek();
        }
        return new ParityFrame(Bytes.of(bytes), Bytes.of(parity));
    }

    /** Says nothing of the register, which is as good as the key. */
    @Override
    public String toString() {
        return "Crypto1";
    }
}
