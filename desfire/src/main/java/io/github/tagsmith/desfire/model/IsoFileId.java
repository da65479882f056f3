package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;

/**
 * An ISO/IEC 7816-4 file identifier of an application or a file. Native commands send it least significant byte first, SELECT
 * FILE of ISO 7816-4 most significant first.
 *
 * @param value 0 to FFFF
 */
public record IsoFileId(int value) {

    /** Its length on the wire, in bytes. */
    public static final int LENGTH = 2;

    /**
     * Checks the range.
     *
     * @param value 0 to FFFF
     */
    public IsoFileId {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("not a file identifier: " + value);
        }
    }

    /**
     * Reads it as native commands send it.
     *
     * @param wire 2 bytes, least significant first
     * @return the identifier
     */
    public static IsoFileId fromWire(Bytes wire) {
        if (wire.length() != LENGTH) {
            throw new IllegalArgumentException("a file identifier has 2 bytes, not " + wire.length());
        }
        return new IsoFileId((int) wire.toUnsignedLittleEndian());
    }

    /**
     * As native commands send it.
     *
     * @return 2 bytes, least significant first
     */
    public Bytes toWire() {
        return Bytes.littleEndian(value, LENGTH);
    }

    /** Four hexadecimal digits. */
    @Override
    public String toString() {
        return Hex.ofByte(value >>> 8) + Hex.ofByte(value & 0xFF);
    }
}
