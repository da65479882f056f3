package io.github.tagsmith.desfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No published vector of DESFire lies idle: every file has as many verified ones as the collection's README says, and every
 * operation of every file is named, together with the file, by a test of the client, of the primitives or of what is offline.
 * The card's own tests do not count.
 */
class VectorsConsumedTest {

    /** Verified vectors a file, as the README of the collection counts them. */
    private static final Map<String, Integer> VERIFIED = Map.ofEntries(
            Map.entry("an10922.json", 6),
            Map.entry("changekey.json", 23),
            Map.entry("cmac.json", 18),
            Map.entry("crc.json", 24),
            Map.entry("d40-auth-session-key.json", 7),
            Map.entry("d40-mac-crypt.json", 2),
            Map.entry("dam.json", 5),
            Map.entry("des-key-version.json", 5),
            Map.entry("ev1-3k3des-auth.json", 7),
            Map.entry("ev1-aes-auth.json", 11),
            Map.entry("ev1-cmac.json", 35),
            Map.entry("ev1-cryptogram.json", 12),
            Map.entry("ev1-des-auth.json", 6),
            Map.entry("ev2-auth-first.json", 13),
            Map.entry("ev2-mac-full.json", 36),
            Map.entry("ev2-nonfirst.json", 1),
            Map.entry("file-settings.json", 6),
            Map.entry("full-apdu-traces.json", 21),
            Map.entry("lrp-auth.json", 20),
            Map.entry("lrp.json", 125),
            Map.entry("originality.json", 28),
            Map.entry("proximity-check.json", 0),
            Map.entry("sdm-lrp.json", 7),
            Map.entry("sdm.json", 11),
            Map.entry("tmac.json", 5),
            Map.entry("versions.json", 8));

    private static final Path TESTS =
            Path.of(System.getProperty("tagsmith.root", ".."), "desfire/src/test/java/io/github/tagsmith/desfire");

    private static List<Vector> verified(String file) {
        return Json.vectors(file).stream()
                .map(Vector::new)
                .filter(Vector::isVerified)
                .toList();
    }

    @Test
    void asManyAsTheReadmeCounts() {
        Map<String, Integer> counted = new TreeMap<>();
        VERIFIED.keySet().forEach(file -> counted.put(file, verified(file).size()));
        assertEquals(new TreeMap<>(VERIFIED), counted);
        assertEquals(442, counted.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void everyOperationHasATest() throws IOException {
        List<String> sources = sources();
        List<String> idle = new ArrayList<>();
        for (String file : VERIFIED.keySet()) {
            verified(file).stream()
                    .map(Vector::operation)
                    .distinct()
                    .filter(operation -> sources.stream().noneMatch(source -> uses(source, file, operation)))
                    .forEach(operation -> idle.add(file + " " + operation));
        }
        assertEquals(List.of(), idle);
    }

    private static boolean uses(String source, String file, String operation) {
        return source.contains('"' + file + '"') && source.contains('"' + operation + '"');
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<String> sources = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(VectorsConsumedTest::isOfTheClient)::iterator) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }

    private static boolean isOfTheClient(Path file) {
        String path = TESTS.relativize(file).toString().replace('\\', '/');
        return path.endsWith("Test.java") && !path.startsWith("picc/") && !path.equals("VectorsConsumedTest.java");
    }
}
