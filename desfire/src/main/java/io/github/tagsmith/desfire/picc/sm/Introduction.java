package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * What the card tells in the first authentication of a transaction, 71, and the reader's capabilities, which it repeats.
 *
 * @param ti a random transaction identifier, 4 bytes
 * @param pdCap2 the card's capabilities, 6 bytes; the first is 02 with LRP
 * @param pcdCap2 the reader's capabilities, filled up with zeros to 6 bytes
 */
public record Introduction(Bytes ti, Bytes pdCap2, Bytes pcdCap2) {

    /** The length of a transaction identifier, in bytes. */
    public static final int TI_LENGTH = 4;

    /** The length of capabilities, in bytes. */
    public static final int CAPABILITIES_LENGTH = 6;

    /**
     * Checks the lengths and fills the reader's capabilities up.
     *
     * @param ti 4 bytes
     * @param pdCap2 6 bytes
     * @param pcdCap2 0 to 6 bytes
     */
    public Introduction {
        if (ti.length() != TI_LENGTH || pdCap2.length() != CAPABILITIES_LENGTH) {
            throw new IllegalArgumentException(ti.length() + " and " + pdCap2.length() + " bytes, not 4 and 6");
        }
        pcdCap2 = pcdCap2.plus(Bytes.zeros(CAPABILITIES_LENGTH - pcdCap2.length()));
    }

    /** PDcap2 || PCDcap2. */
    Bytes capabilities() {
        return pdCap2.plus(pcdCap2);
    }
}
