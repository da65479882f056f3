package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A part of a file: bytes from an offset, or records from a number. Both are sent with three bytes, least significant first.
 *
 * @param start the offset in bytes, or how many newer records are skipped; 0 to FFFFFF
 * @param count how many bytes or records; 0 reads to the end
 */
public record Extent(int start, int count) {

    /** Everything. */
    public static final Extent ALL = new Extent(0, 0);

    /**
     * Checks the ranges.
     *
     * @param start 0 to FFFFFF
     * @param count 0 to FFFFFF
     */
    public Extent {
        ThreeByteNumber.check(start, "offset");
        ThreeByteNumber.check(count, "length");
    }

    Bytes toWire() {
        return Bytes.littleEndian(start, 3).plus(Bytes.littleEndian(count, 3));
    }
}
