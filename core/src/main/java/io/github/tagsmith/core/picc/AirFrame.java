package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A frame of ISO/IEC 14443-3 type A as it is on the air: whole bytes with a parity bit each, or fewer than eight bits without.
 *
 * @param bytes the bytes; one for a short frame, none for silence
 * @param parity for each whole byte 0 or 1; empty for a short frame
 * @param bits number of data bits, parity not counted
 */
public record AirFrame(Bytes bytes, Bytes parity, int bits) {

    /** Silence. */
    public static final AirFrame NONE = new AirFrame(Bytes.EMPTY, Bytes.EMPTY, 0);

    /**
     * Checks that the parts fit together.
     *
     * @param bytes the bytes
     * @param parity their parity bits
     * @param bits number of data bits
     */
    public AirFrame {
        boolean isShort = bytes.length() == 1 && parity.isEmpty() && bits > 0 && bits < 8;
        if (!isShort && (bits != 8 * bytes.length() || parity.length() != bytes.length())) {
            throw new IllegalArgumentException(
                    bits + " bits in " + bytes.length() + " bytes with " + parity.length() + " parity bits");
        }
    }

    /**
     * A frame of whole bytes.
     *
     * @param bytes the bytes
     * @param parity for each of them 0 or 1
     * @return the frame
     */
    public static AirFrame of(Bytes bytes, Bytes parity) {
        return new AirFrame(bytes, parity, 8 * bytes.length());
    }

    /**
     * A frame of whole bytes with the parity of the standard, which is odd.
     *
     * @param bytes the bytes
     * @return the frame
     */
    public static AirFrame whole(Bytes bytes) {
        int[] parity = new int[bytes.length()];
        for (int i = 0; i < parity.length; i++) {
            parity[i] = odd(bytes.get(i));
        }
        return of(bytes, Bytes.of(parity));
    }

    /**
     * The parity bit of a byte.
     *
     * @param value 0 to FF
     * @return what makes the number of ones odd
     */
    public static int odd(int value) {
        return ~Integer.bitCount(value) & 1;
    }

    /**
     * A frame of less than a byte.
     *
     * @param value the bits
     * @param bits how many, 1 to 7
     * @return the frame
     */
    public static AirFrame ofBits(int value, int bits) {
        return new AirFrame(Bytes.of(value), Bytes.EMPTY, bits);
    }

    /**
     * Whether this has fewer than eight bits.
     *
     * @return true for a short frame
     */
    public boolean isShort() {
        return bits > 0 && bits < 8;
    }
}
