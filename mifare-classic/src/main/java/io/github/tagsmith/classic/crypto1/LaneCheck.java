package io.github.tagsmith.classic.crypto1;

/**
 * Tries 64 keys at once against a recorded authentication: bit n of every word belongs to key n. The register is a window that
 * moves along an array, so that nothing is ever shifted. The reader's answer is compared bit by bit until no key is left.
 */
final class LaneCheck {

    static final int LANES = 64;

    private static final int STATE = 48;
    private static final int WORD = 32;

    private final int mixed;
    private final int nonce;
    private final boolean nested;
    private final int readerNonce;
    private final int readerAnswer;
    private final int expected;
    private final long[] line = new long[STATE + 3 * WORD];
    private final long[] window = new long[2 * WORD + WORD];
    private final long[] rows = new long[LANES];

    LaneCheck(RecordedAuthentication recorded) {
        this.nested = recorded.nested();
        this.nonce = (int) recorded.nonce().toUnsignedLittleEndian();
        this.mixed = nonce ^ (int) recorded.uid().toUnsignedLittleEndian();
        this.readerNonce = (int) recorded.readerNonce().toUnsignedLittleEndian();
        this.readerAnswer = (int) recorded.readerAnswer().toUnsignedLittleEndian();
        this.expected = (int)
                CardNonce.successor(recorded.nonce(), CardNonce.READER_ANSWER).toUnsignedLittleEndian();
    }

    /** Which of 64 keys fit: one bit each. Keys are numbers, the first byte lowest. */
    long fitting(long[] keys, int from) {
        System.arraycopy(keys, from, rows, 0, LANES);
        transpose(rows);
        System.arraycopy(rows, 0, line, 0, STATE);
        for (int i = 0; i < WORD; i++) {
            long in = -(mixed >>> i & 1);
            if (nested) {
                long key = filter(i);
                window[i] = key ^ -(long) (nonce >>> i & 1);
                in ^= key;
            }
            line[STATE + i] = feedback(i) ^ in;
        }
        for (int i = 0; i < WORD; i++) {
            int at = WORD + i;
            line[STATE + at] = feedback(at) ^ filter(at) ^ -(long) (readerNonce >>> i & 1);
        }
        return answer();
    }

    private long answer() {
        long left = -1L;
        for (int i = 0; i < WORD && left != 0; i++) {
            int at = 2 * WORD + i;
            long plain = nested ? successor(i) : -(long) (expected >>> i & 1);
            left &= ~(filter(at) ^ plain ^ -(long) (readerAnswer >>> i & 1));
            line[STATE + at] = feedback(at);
        }
        return left;
    }

    /** Bit i of the nonce 64 steps on, where each lane has a nonce of its own. */
    private long successor(int i) {
        if (i == 0) {
            for (int n = 0; n < WORD; n++) {
                step(n);
            }
        }
        return step(WORD + i);
    }

    private long step(int n) {
        long next = window[n + 16] ^ window[n + 18] ^ window[n + 19] ^ window[n + 21];
        window[n + WORD] = next;
        return next;
    }

    private long feedback(int at) {
        long[] x = line;
        return x[at]
                ^ x[at + 5]
                ^ x[at + 9]
                ^ x[at + 10]
                ^ x[at + 12]
                ^ x[at + 14]
                ^ x[at + 15]
                ^ x[at + 17]
                ^ x[at + 19]
                ^ x[at + 24]
                ^ x[at + 25]
                ^ x[at + 27]
                ^ x[at + 29]
                ^ x[at + 35]
                ^ x[at + 39]
                ^ x[at + 41]
                ^ x[at + 42]
                ^ x[at + 43];
    }

    private long filter(int at) {
        long[] x = line;
        return Filter.c(
                Filter.a(x[at + 9], x[at + 11], x[at + 13], x[at + 15]),
                Filter.b(x[at + 17], x[at + 19], x[at + 21], x[at + 23]),
                Filter.b(x[at + 25], x[at + 27], x[at + 29], x[at + 31]),
                Filter.a(x[at + 33], x[at + 35], x[at + 37], x[at + 39]),
                Filter.b(x[at + 41], x[at + 43], x[at + 45], x[at + 47]));
    }

    /** Turns 64 numbers into 64 slices: bit c of row r goes to bit r of row c, in six rounds of swapped squares. */
    static void transpose(long[] m) {
        long mask = 0x00000000FFFFFFFFL;
        for (int size = LANES / 2; size != 0; size >>>= 1, mask ^= mask << size) {
            for (int row = 0; row < LANES; row = (row + size + 1) & ~size) {
                long swapped = (m[row] >>> size ^ m[row + size]) & mask;
                m[row] ^= swapped << size;
                m[row + size] ^= swapped;
            }
        }
    }
}
