package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;

/** How fast cipher and offline key check are, on one core. Run with {@code mvn -Pbench -pl mifare-classic -am test-compile}. */
public final class Crypto1Benchmark {

    private static final int KEYS = 1 << 16;

    private Crypto1Benchmark() {}

    public static void main(String[] arguments) {
        for (int round = 0; round < 5; round++) {
            System.out.printf(
                    "keystream %.0f Mbit/s, offline check %.1f M keys/s plain, %.1f M keys/s nested%n",
                    keystream(), check(false), check(true));
        }
    }

    private static double keystream() {
        Crypto1 cipher = Crypto1.of(ClassicKey.MAD);
        int sum = 0;
        int bytes = 16_000_000;
        long start = System.nanoTime();
        for (int i = 0; i < bytes; i++) {
            sum += cipher.nextByte();
        }
        long nanos = System.nanoTime() - start;
        return sum == 0 ? 0 : bytes * 8e3 / nanos;
    }

    private static double check(boolean nested) {
        Bytes word = Bytes.fromHex("12345678");
        LaneCheck check = new LaneCheck(new RecordedAuthentication(word, word, nested, word, word));
        long[] keys = new long[KEYS];
        for (int i = 0; i < KEYS; i++) {
            keys[i] = (i * 0x9E3779B97F4A7C15L) >>> 16;
        }
        long fits = 0;
        int rounds = 200;
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            for (int from = 0; from < KEYS; from += LaneCheck.LANES) {
                fits |= check.fitting(keys, from);
            }
        }
        long nanos = System.nanoTime() - start;
        return fits == 1 ? 0 : rounds * (double) KEYS * 1e3 / nanos;
    }
}
