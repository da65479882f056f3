package io.github.tagsmith.classic.crypto1;

/**
 * The filter function: 20 state bits, the odd ones from 9 to 47, give one bit of keystream. Five functions of four bits feed
 * one of five; Garcia et al., "Dismantling MIFARE Classic", definition 3. One lookup in 128 KB.
 */
final class Filter {

    private static final int BITS = 20;
    private static final int[] TABLE = new int[1 << (BITS - 5)];

    static {
        for (int input = 0; input < 1 << BITS; input++) {
            TABLE[input >>> 5] |= compute(input) << input;
        }
    }

    private Filter() {}

    /** The bit for the odd state bits from 9 to 47, bit 9 lowest. */
    static int of(int input) {
        return TABLE[input >>> 5] >>> input & 1;
    }

    private static int compute(int x) {
        long a = a(bit(x, 0), bit(x, 1), bit(x, 2), bit(x, 3));
        long b = b(bit(x, 4), bit(x, 5), bit(x, 6), bit(x, 7));
        long c = b(bit(x, 8), bit(x, 9), bit(x, 10), bit(x, 11));
        long d = a(bit(x, 12), bit(x, 13), bit(x, 14), bit(x, 15));
        long e = b(bit(x, 16), bit(x, 17), bit(x, 18), bit(x, 19));
        return (int) c(a, b, c, d, e) & 1;
    }

    private static long bit(int x, int number) {
        return x >>> number & 1L;
    }

    /** 64 lanes at once, as the other two. */
    static long a(long y0, long y1, long y2, long y3) {
        return ((y0 | y1) ^ (y0 & y3)) ^ (y2 & ((y0 ^ y1) | y3));
    }

    static long b(long y0, long y1, long y2, long y3) {
        return ((y0 & y1) | y2) ^ ((y0 ^ y1) & (y2 | y3));
    }

    static long c(long y0, long y1, long y2, long y3, long y4) {
        return (y0 | ((y1 | y4) & (y3 ^ y4))) ^ ((y0 ^ (y1 & y3)) & ((y2 ^ y3) | (y1 & y4)));
    }
}
