package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A frame with its parity bits.
 *
 * @param bytes the bytes
 * @param parity for each of them 0 or 1
 */
public record ParityFrame(Bytes bytes, Bytes parity) {

    /**
     * Checks that each byte has one parity bit.
     *
     * @param bytes the bytes
     * @param parity for each of them 0 or 1
     */
    public ParityFrame {
        if (parity.length() != bytes.length()) {
            throw new IllegalArgumentException(bytes.length() + " bytes with " + parity.length() + " parity bits");
        }
        for (int i = 0; i < parity.length(); i++) {
            if (parity.get(i) > 1) {
                throw new IllegalArgumentException("not a parity bit: " + parity.get(i));
            }
        }
    }

    /**
     * A plain frame.
     *
     * @param bytes the bytes
     * @return the same with odd parity
     */
    public static ParityFrame plain(Bytes bytes) {
        int[] parity = new int[bytes.length()];
        for (int i = 0; i < parity.length; i++) {
            parity[i] = odd(bytes.get(i));
        }
        return new ParityFrame(bytes, Bytes.of(parity));
    }

    /**
     * The bit that makes the number of ones odd.
     *
     * @param value a byte
     * @return 0 or 1
     */
    public static int odd(int value) {
        return ~Integer.bitCount(value & 0xFF) & 1;
    }

    /**
     * Whether this is a plain frame that nothing has disturbed.
     *
     * @return true if the parity of every byte is odd
     */
    public boolean isOdd() {
        return equals(plain(bytes));
    }
}
