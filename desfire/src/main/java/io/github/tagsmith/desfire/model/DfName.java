package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * An ISO/IEC 7816-4 DF name: of the card, or of an application that was given one. ISO names have 5 to 16 bytes; DESFire takes
 * shorter ones, too (MF2DLHX0).
 *
 * @param value 1 to 16 bytes
 */
public record DfName(Bytes value) {

    /** The longest one, in bytes. */
    public static final int MAX_LENGTH = 16;

    /** The card level of DESFire; answered by a real EV3 (trace kpn532 in full-apdu-traces.json). */
    public static final DfName PICC = new DfName(Bytes.fromHex("D2760000850100"));

    /** The NDEF application, NFC Forum Type 4 Tag. */
    public static final DfName NDEF = new DfName(Bytes.fromHex("D2760000850101"));

    /** The application of DESFire Light, AN12343. */
    public static final DfName LIGHT = new DfName(Bytes.fromHex("A00000039656434103F015400000000B"));

    /**
     * Checks the length.
     *
     * @param value 1 to 16 bytes
     */
    public DfName {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a DF name has 1 to 16 bytes, not " + value.length());
        }
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return value.toHex();
    }
}
