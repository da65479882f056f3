package io.github.tagsmith.classic.crypto1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The three forms of filter and feedback agree. */
class FilterTest {

    @Test
    void lanesAgreeWithTheTableForEveryInput() {
        long[] x = new long[48];
        for (int first = 0; first < 1 << 20; first += 64) {
            for (int i = 0; i < 20; i++) {
                x[9 + 2 * i] = 0;
                for (int lane = 0; lane < 64; lane++) {
                    x[9 + 2 * i] |= (long) ((first + lane) >> i & 1) << lane;
                }
            }
            long bits = Filter.lanes(x, 0);
            for (int lane = 0; lane < 64; lane++) {
                assertEquals(Filter.bit(first + lane), bits >>> lane & 1);
            }
        }
    }

    @Test
    void everyTapCountsInEveryForm() {
        for (int tap = 0; tap < 48; tap++) {
            int even = tap % 2 == 0 ? 1 << (tap / 2) : 0;
            int odd = tap % 2 == 1 ? 1 << (tap / 2) : 0;
            long[] x = new long[48];
            x[tap] = -1L;
            assertEquals(-Feedback.bit(even, odd), Feedback.lanes(x, 0));
            assertEquals(Feedback.bit(even, odd), Feedback.bits(even, odd, 0) & 1);
        }
    }
}
