package io.github.tagsmith.classic.crypto1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How fast the cipher and the key checks are on this machine, on one thread: blocks of 150 ms, three to warm up and five timed
 * ones of each kernel in turn, the median. Run by the Maven profile {@code bench} only; kept results are in
 * docs/performance-crypto1.md.
 */
class Crypto1Bench {

    private static final int WARM_UP = 3;
    private static final int TIMED = 5;
    private static final long BLOCK_NANOS = 150_000_000L;
    private static final int KEYS = 1 << 16;

    /** Keeps the results in use. */
    private long sink;

    /** A kernel: runs once and says how many units that was. */
    private record Kernel(String name, String unit, LongUnaryOperator run) {}

    @Test
    void printsALineForEachKernel() {
        Random random = new Random(1);
        long[] keys = random.longs(KEYS, 0, 1L << 48).toArray();
        RecordedAuthentication heard =
                new RecordedAuthentication(random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt());
        SlicedKeys sliced = SlicedKeys.ofRegisters(keys);
        Crypto1 cipher = new Crypto1(keys[0]);
        Kernel[] kernels = {
            new Kernel("keystream", "Mbit/s", seed -> keystream(cipher)),
            new Kernel("key check, scalar", "Mkeys/s", seed -> scalar(heard, keys, (int) seed)),
            new Kernel("key check, 64 lanes, slicing included", "Mkeys/s", seed -> {
                sink += SlicedKeys.ofRegisters(keys).find(heard).size();
                return KEYS;
            }),
            new Kernel("key check, 64 lanes, sliced before", "Mkeys/s", seed -> {
                sink += sliced.find(heard).size();
                return KEYS;
            })
        };
        double[][] rates = new double[kernels.length][WARM_UP + TIMED];
        for (int block = 0; block < WARM_UP + TIMED; block++) {
            for (int i = 0; i < kernels.length; i++) {
                rates[i][block] = rate(kernels[i].run());
            }
        }
        for (int i = 0; i < kernels.length; i++) {
            double[] timed = Arrays.copyOfRange(rates[i], WARM_UP, WARM_UP + TIMED);
            Arrays.sort(timed);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %8.1f %s (%.1f to %.1f)%n",
                    kernels[i].name(),
                    timed[TIMED / 2],
                    kernels[i].unit(),
                    timed[0],
                    timed[TIMED - 1]);
        }
        System.out.println("check value " + sink);
    }

    /** Units a microsecond, which is millions a second. */
    private static double rate(LongUnaryOperator run) {
        long start = System.nanoTime();
        long units = 0;
        long now = start;
        for (long seed = 0; now - start < BLOCK_NANOS; seed++) {
            units += run.applyAsLong(seed);
            now = System.nanoTime();
        }
        return units * 1000.0 / (now - start);
    }

    private long keystream(Crypto1 cipher) {
        int mixed = 0;
        for (int i = 0; i < 10_000; i++) {
            mixed += cipher.nextWord(0);
        }
        sink += mixed;
        return 320_000;
    }

    private long scalar(RecordedAuthentication heard, long[] keys, int part) {
        int first = (part & 15) * (KEYS / 16);
        for (int i = first; i < first + KEYS / 16; i++) {
            sink += heard.fits(keys[i]) ? 1 : 0;
        }
        return KEYS / 16;
    }
}
