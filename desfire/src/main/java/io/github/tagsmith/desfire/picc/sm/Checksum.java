package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Crc32;
import io.github.tagsmith.desfire.model.DesfireStatus;
import java.util.OptionalInt;

/** The checksum inside a cryptogram, and finding the data it belongs to. */
enum Checksum {
    /** Of the first DESFire: over the data alone. */
    CRC_16(2),
    /** Of EV1: over command, header and data, or data and status. */
    CRC_32(Crc32.LENGTH);

    private static final int MARK = 0x80;

    private final int length;

    Checksum(int length) {
        this.length = length;
    }

    int length() {
        return length;
    }

    Bytes of(Bytes covered) {
        return this == CRC_16 ? CrcA.of(covered) : Crc32.of(covered);
    }

    /** Whether the checksum stands at an offset. */
    boolean stands(Bytes clear, int offset, Bytes covered) {
        return offset + length <= clear.length() && Cmac.same(clear.slice(offset, offset + length), of(covered));
    }

    /**
     * The data of a deciphered command: data, checksum, then zeros or 80 and zeros, less than a block and a mark. Zeros behind
     * a right checksum leave it right, so the shortest data count where the length is not known.
     */
    Bytes dataOf(Bytes clear, Bytes prefix, OptionalInt known, int blockSize) throws Refusal {
        int longest = clear.length() - length;
        int from = known.orElse(Math.max(0, longest - blockSize));
        int to = known.orElse(longest);
        if (known.isPresent() && (to > longest || longest - to > blockSize)) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        for (int end = from; end <= to; end++) {
            Bytes data = clear.slice(0, end);
            if (isFilling(clear.slice(end + length)) && stands(clear, end, prefix.plus(data))) {
                return data;
            }
        }
        throw new Refusal(DesfireStatus.INTEGRITY_ERROR);
    }

    private static boolean isFilling(Bytes tail) {
        return tail.isAll(0) || (tail.get(0) == MARK && tail.slice(1).isAll(0));
    }
}
