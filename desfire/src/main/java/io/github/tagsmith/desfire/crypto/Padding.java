package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.OptionalInt;

/** Fills data up to whole blocks. */
public final class Padding {

    private static final int MARK = 0x80;

    private Padding() {}

    /**
     * Zeros up to the next whole block; nothing where there is one, nothing behind no data.
     *
     * @param data any length
     * @param blockSize the size of a block in bytes
     * @return whole blocks
     */
    public static Bytes zeros(Bytes data, int blockSize) {
        return data.plus(Bytes.zeros(Math.floorMod(-data.length(), blockSize)));
    }

    /**
     * {@code 80}, then zeros up to the next whole block; ISO/IEC 9797-1 padding method 2. Always adds at least one byte.
     *
     * @param data any length
     * @param blockSize the size of a block in bytes
     * @return whole blocks
     */
    public static Bytes marked(Bytes data, int blockSize) {
        return zeros(data.plus(Bytes.of(MARK)), blockSize);
    }

    /**
     * How long data was before {@link #marked}.
     *
     * @param padded whole blocks
     * @return the length in bytes; nothing if there is no mark behind which only zeros stand
     */
    public static OptionalInt unmarkedLength(Bytes padded) {
        int last = padded.length() - 1;
        while (last >= 0 && padded.get(last) == 0) {
            last--;
        }
        return last >= 0 && padded.get(last) == MARK ? OptionalInt.of(last) : OptionalInt.empty();
    }
}
