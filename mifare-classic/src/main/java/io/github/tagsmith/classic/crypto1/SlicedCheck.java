package io.github.tagsmith.classic.crypto1;

/** The check of 64 registers at once against one recorded authentication. */
final class SlicedCheck {

    private static final int REGISTER = 48;
    private static final int WORD = 32;

    /** What UID xor nt adds to every register; a word per bit, all ones or all zeros. */
    private final long[] added = new long[REGISTER];

    /** The encrypted nonce of the reader, bit by bit in the order of sending. */
    private final long[] nonce = new long[WORD];

    /** The keystream that follows it. */
    private final long[] expected = new long[WORD];

    /** The bits of the registers from the first to the last clock. */
    private final long[] bits = new long[REGISTER + 2 * WORD];

    SlicedCheck(RecordedAuthentication authentication) {
        Crypto1 zero = new Crypto1(0);
        zero.nextWord(authentication.uid() ^ authentication.nt());
        long register = zero.register();
        for (int i = 0; i < REGISTER; i++) {
            added[i] = -(register >>> i & 1);
        }
        int expectedWord = authentication.expectedKeystream();
        for (int i = 0; i < WORD; i++) {
            nonce[i] = -(long) (authentication.encryptedNr() >>> (i ^ 24) & 1);
            expected[i] = -(long) (expectedWord >>> (i ^ 24) & 1);
        }
    }

    /** The lanes whose keystream is the expected one; the slice is 48 words at {@code at}. */
    long fitting(long[] slices, int at) {
        long[] x = bits;
        for (int i = 0; i < REGISTER; i++) {
            x[i] = slices[at + i] ^ added[i];
        }
        for (int i = 0; i < WORD; i++) {
            x[i + REGISTER] = Feedback.lanes(x, i) ^ Filter.lanes(x, i) ^ nonce[i];
        }
        long lanes = -1;
        for (int i = 0; i < WORD; i++) {
            lanes &= ~(Filter.lanes(x, i + WORD) ^ expected[i]);
            if (lanes == 0) {
                return 0;
            }
            x[i + WORD + REGISTER] = Feedback.lanes(x, i + WORD);
        }
        return lanes;
    }
}
