package io.github.tagsmith.classic.crypto1;

/**
 * The linear feedback of the 48-bit register: bit 48 is the sum of bits 0, 5, 9, 10, 12, 14, 15, 17, 19, 24, 25, 27, 29, 35,
 * 39, 41, 42 and 43. The register is kept in two halves of 24 bits, the even bits and the odd ones, because the filter sees
 * every second bit.
 */
final class Feedback {

    private static final int[] TAPS = {0, 5, 9, 10, 12, 14, 15, 17, 19, 24, 25, 27, 29, 35, 39, 41, 42, 43};

    private static final int EVEN_TAPS = half(0);
    private static final int ODD_TAPS = half(1);

    /** Feedback bits 48 to 55 by each of the three bytes of the even half: bits 48, 50, 52, 54 in the lower nibble. */
    private static final byte[] EVEN = new byte[3 << 8];

    /** The same for the odd half. */
    private static final byte[] ODD = new byte[3 << 8];

    /** What 8 input bits add to these feedback bits. */
    private static final byte[] INPUT = new byte[1 << 8];

    static {
        for (int i = 0; i < EVEN.length; i++) {
            int half = (i & 0xFF) << ((i >> 8) * 8);
            EVEN[i] = (byte) eight(half, 0, 0);
            ODD[i] = (byte) eight(0, half, 0);
        }
        for (int i = 0; i < INPUT.length; i++) {
            INPUT[i] = (byte) eight(0, 0, i);
        }
    }

    private Feedback() {}

    private static int half(int odd) {
        int mask = 0;
        for (int tap : TAPS) {
            if ((tap & 1) == odd) {
                mask |= 1 << (tap >> 1);
            }
        }
        return mask;
    }

    /** Eight clocks, one by one. */
    private static int eight(int even, int odd, int input) {
        int bits = 0;
        int lower = even;
        int upper = odd;
        for (int i = 0; i < 8; i++) {
            int next = bit(lower, upper) ^ (input >> i & 1);
            bits |= next << ((i >> 1) + (i & 1) * 4);
            int shifted = lower >>> 1 | next << 23;
            lower = upper;
            upper = shifted;
        }
        return bits;
    }

    /** The next bit of the register. */
    static int bit(int even, int odd) {
        return Integer.bitCount((even & EVEN_TAPS) ^ (odd & ODD_TAPS)) & 1;
    }

    /** The next eight bits: 48, 50, 52 and 54 in the lower nibble, 49, 51, 53 and 55 in the upper. */
    static int bits(int even, int odd, int input) {
        return EVEN[even & 0xFF]
                ^ EVEN[0x100 | (even >>> 8 & 0xFF)]
                ^ EVEN[0x200 | (even >>> 16 & 0xFF)]
                ^ ODD[odd & 0xFF]
                ^ ODD[0x100 | (odd >>> 8 & 0xFF)]
                ^ ODD[0x200 | (odd >>> 16 & 0xFF)]
                ^ INPUT[input & 0xFF];
    }

    /** The next bit of 64 registers at once; {@code x} holds bit 0 of all of them at {@code at}, bit 1 behind it, and so on. */
    static long lanes(long[] x, int at) {
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
}
