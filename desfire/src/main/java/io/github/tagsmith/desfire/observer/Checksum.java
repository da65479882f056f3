package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.desfire.crypto.Crc32;
import io.github.tagsmith.desfire.crypto.Padding;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The checksum behind deciphered data, and where it says that they end: {@code data || checksum || 00.. or 80 00..}.
 *
 * @param length of the checksum, in bytes
 * @param of gives it for data
 */
record Checksum(int length, UnaryOperator<Bytes> of) {

    /** D40's. */
    static final Checksum CRC16 = new Checksum(CrcA.LENGTH, CrcA::of);

    /** EV1's, over the data alone. */
    static final Checksum CRC32 = new Checksum(Crc32.LENGTH, Crc32::of);

    /** The same over more than the data. */
    Checksum around(Bytes before, Bytes after) {
        return new Checksum(length, data -> of.apply(Bytes.concat(before, data, after)));
    }

    boolean isAt(Bytes clear, int end) {
        return end >= 0
                && end + length <= clear.length()
                && of.apply(clear.slice(0, end)).equals(clear.slice(end, end + length));
    }

    /** The length of the data; nothing if no checksum fits. Zeros behind a checksum fit one that is longer, too. */
    OptionalInt dataLength(Bytes clear, int blockSize, OptionalInt known) {
        int longest = clear.length() - length;
        IntStream lengths = known.isPresent()
                ? IntStream.of(known.getAsInt())
                : IntStream.rangeClosed(Math.max(0, longest - blockSize), longest);
        return lengths.filter(end -> isAt(clear, end) && isPadding(clear.slice(end + length), blockSize))
                .findFirst();
    }

    private static boolean isPadding(Bytes rest, int blockSize) {
        return rest.length() <= blockSize
                && (rest.isAll(0) || Padding.unmarkedLength(rest).orElse(-1) == 0);
    }
}
