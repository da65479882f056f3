package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Padding;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The end of a deciphered answer of D40 and EV1.
 *
 * <pre>
 * data || checksum || 00..          the reader knows the length
 * data || checksum || 80 00..       it does not, and the padding says so
 * data || checksum                  whole blocks
 * </pre>
 *
 * <p>Which padding cards use where is stated by public sources only; both are taken, the checksum decides.
 *
 * @param length of the checksum, in bytes
 * @param blockSize of the cipher, in bytes
 * @param checksum gives it for data
 */
record ChecksumTail(int length, int blockSize, UnaryOperator<Bytes> checksum) {

    /** The data in front. */
    Bytes strip(Bytes clear, OptionalInt known) throws NfcException {
        int end = clear.length() - length;
        if (known.isPresent()) {
            return data(clear, known.getAsInt(), known.getAsInt());
        }
        int marked = Padding.unmarkedLength(clear).orElse(-1) - length;
        if (marked >= 0 && isRight(clear, marked)) {
            return clear.slice(0, marked);
        }
        return data(clear, Math.max(0, end - blockSize + 1), end);
    }

    /** The first length in a range that fits: with zeros behind it, a longer one could fit, too. */
    private Bytes data(Bytes clear, int from, int to) throws NfcException {
        for (int candidate = from; candidate <= to; candidate++) {
            if (isRight(clear, candidate)) {
                return clear.slice(0, candidate);
            }
        }
        throw NfcException.protocol("the checksum or padding of the answer is wrong")
                .withHint(Integrity.AGAIN);
    }

    private boolean isRight(Bytes clear, int dataLength) {
        int end = dataLength + length;
        if (end > clear.length() || clear.length() - end > blockSize) {
            return false;
        }
        Bytes data = clear.slice(0, dataLength);
        return checksum.apply(data).equals(clear.slice(dataLength, end)) && isPadding(clear.slice(end));
    }

    private static boolean isPadding(Bytes rest) {
        return rest.isAll(0) || Padding.unmarkedLength(rest).orElse(-1) == 0;
    }
}
