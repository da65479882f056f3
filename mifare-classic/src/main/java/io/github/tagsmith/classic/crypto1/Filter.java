package io.github.tagsmith.classic.crypto1;

/**
 * The nonlinear output function. It sees every second bit of the register, from 9 to 47: five groups of four, each reduced to
 * one bit, and those five to the bit of keystream. The truth tables are indexed with the lower register bit as the lower bit.
 *
 * <pre>
 * register bits   9 11 13 15 | 17 19 21 23 | 25 27 29 31 | 33 35 37 39 | 41 43 45 47
 * group table        B48E    |    9E98     |    9E98     |    B48E     |    9E98
 * output table                                EC57E80A
 * </pre>
 */
final class Filter {

    private static final int A = 0x9E98;
    private static final int B = 0xB48E;
    private static final int OUTPUT = 0xEC57E80A;

    /** The bits of the first three groups, by their 12 inputs. */
    private static final byte[] LOWER = new byte[1 << 12];

    /** The bits of the last two groups, in their place above the other three, by their 8 inputs. */
    private static final byte[] UPPER = new byte[1 << 8];

    static {
        for (int i = 0; i < LOWER.length; i++) {
            LOWER[i] = (byte) ((B >>> (i & 15) & 1) | (A >>> (i >> 4 & 15) & 1) << 1 | (A >>> (i >> 8) & 1) << 2);
        }
        for (int i = 0; i < UPPER.length; i++) {
            UPPER[i] = (byte) ((B >>> (i & 15) & 1) << 3 | (A >>> (i >> 4) & 1) << 4);
        }
    }

    private Filter() {}

    /** The keystream bit of 20 register bits, 9 the lowest; higher bits do not count. */
    static int bit(int inputs) {
        return OUTPUT >>> (LOWER[inputs & 0xFFF] | UPPER[(inputs >>> 12) & 0xFF]) & 1;
    }

    /** The same for 64 registers at once; {@code x} holds bit 0 of all of them at {@code at}, bit 1 behind it, and so on. */
    static long lanes(long[] x, int at) {
        long a = groupB(x[at + 9], x[at + 11], x[at + 13], x[at + 15]);
        long b = groupA(x[at + 17], x[at + 19], x[at + 21], x[at + 23]);
        long c = groupA(x[at + 25], x[at + 27], x[at + 29], x[at + 31]);
        long d = groupB(x[at + 33], x[at + 35], x[at + 37], x[at + 39]);
        long e = groupA(x[at + 41], x[at + 43], x[at + 45], x[at + 47]);
        return a ^ ((a | e) & ~d) ^ ((a ^ (b & d)) & (a ^ (c | (b & e))));
    }

    private static long groupA(long a, long b, long c, long d) {
        return a ^ ((b ^ (a | c)) & ~(b ^ (d & ~c)));
    }

    private static long groupB(long a, long b, long c, long d) {
        return a ^ ((a ^ d) & ~b) ^ ((d | (a ^ b)) & ~c);
    }
}
