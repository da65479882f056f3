package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a capture, {@code trace decode} ends with 0 or 8, no stack trace, and JSON that is JSON. */
class TraceDamageTest {

    private static final long SEED = 20261125;
    private static final int ROUNDS = 40;

    static Stream<String> all() {
        return Stream.of("real", "made", "malformed", "record-reference")
                .flatMap(category -> TraceSamples.of(category).stream())
                .map(row -> Json.text(row, "file"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void damageIsNeverMoreThanAnError(String name) throws IOException {
        byte[] whole = Files.readAllBytes(TraceSamples.file(name));
        Random random = new Random(SEED ^ name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole, random, round % 5);
            List<String> words = round % 2 == 0
                    ? List.of("trace", "decode", "-", "--json")
                    : List.of("trace", "decode", "-", "--all");
            Run run = new Program().piping(new ByteArrayInputStream(damaged)).run(words.toArray());
            String where = name + " round " + round + " seed " + SEED + ": " + run.err();
            assertTrue(run.exit() == 0 || run.exit() == 8, where);
            assertFalse(run.hasStackTrace(), where);
            if (round % 2 == 0) {
                assertJson(run.out(), where);
            }
        }
    }

    private static void assertJson(String text, String where) {
        if (!(Json.parse(text) instanceof Map<?, ?> object) || !object.containsKey("apdus")) {
            fail(where);
        }
    }

    private static byte[] damaged(byte[] whole, Random random, int how) throws IOException {
        if (whole.length == 0) {
            return whole;
        }
        byte[] copy = whole.clone();
        switch (how) {
            case 0 -> {
                return Arrays.copyOf(copy, random.nextInt(copy.length));
            }
            case 1 -> flip(copy, random, 1 + random.nextInt(20));
            case 2 -> flip(copy, random, copy.length / 20 + 1);
            case 3 -> {
                // a run is taken out, as when a disk was full
                int from = random.nextInt(copy.length);
                int to = Math.min(copy.length, from + 1 + random.nextInt(200));
                byte[] shorter = Arrays.copyOf(copy, copy.length - (to - from));
                System.arraycopy(copy, to, shorter, from, copy.length - to);
                return shorter;
            }
            default -> {
                byte[] packed = gzip(copy);
                flip(packed, random, random.nextInt(4));
                return Arrays.copyOf(packed, packed.length - random.nextInt(packed.length / 2));
            }
        }
        return copy;
    }

    /** The first 4 bytes are left, so that it stays a capture and the damage is met further on. */
    private static void flip(byte[] bytes, Random random, int count) {
        for (int i = 0; i < count && bytes.length > 4; i++) {
            bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
