package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The access rights of a file.
 *
 * <pre>
 * byte 0   read-write (upper nibble)   change (lower nibble)
 * byte 1   read (upper nibble)         write (lower nibble)
 * </pre>
 *
 * <p>Source: file-settings.json of the vectors (answers of real cards).
 *
 * @param read who may read
 * @param write who may write
 * @param readWrite who may do both
 * @param change who may change these rights
 */
public record AccessRights(AccessRight read, AccessRight write, AccessRight readWrite, AccessRight change) {

    /** Their length on the wire, in bytes. */
    public static final int LENGTH = 2;

    /**
     * Reads them as they are sent.
     *
     * @param wire 2 bytes
     * @return the rights
     */
    public static AccessRights fromWire(Bytes wire) {
        if (wire.length() != LENGTH) {
            throw new IllegalArgumentException("access rights have 2 bytes, not " + wire.length());
        }
        return new AccessRights(
                new AccessRight(wire.get(1) >>> 4),
                new AccessRight(wire.get(1) & 0x0F),
                new AccessRight(wire.get(0) >>> 4),
                new AccessRight(wire.get(0) & 0x0F));
    }

    /**
     * As they are sent.
     *
     * @return 2 bytes
     */
    public Bytes toWire() {
        return Bytes.of(readWrite.nibble() << 4 | change.nibble(), read.nibble() << 4 | write.nibble());
    }
}
