package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code trace decode} says of every sample what its expected.json says, and ends well on every malformed one. */
class TraceDecodeTest {

    private static final List<String> MEMBERS = List.of(
            "linkTypes",
            "format",
            "devices",
            "otherDevices",
            "controlRequests",
            "messages",
            "events",
            "apdus",
            "desfire");

    static Stream<String> captures() {
        return Stream.of("real", "made")
                .flatMap(category -> TraceSamples.of(category).stream().map(row -> Json.text(row, "file")));
    }

    static Stream<String> logs() {
        return TraceSamples.of("record-reference").stream().map(row -> Json.text(row, "file"));
    }

    static List<Map<String, Object>> malformed() {
        return TraceSamples.of("malformed");
    }

    private static Run decode(Object... words) {
        List<Object> all = new ArrayList<>(List.of("trace", "decode"));
        all.addAll(List.of(words));
        return new Program().run(all.toArray());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String name) {
        Run run = decode(TraceSamples.file(name), "--json");
        Map<String, Object> object = (Map<String, Object>) Json.parse(run.out());
        assertEquals("tagsmith/1", object.entrySet().iterator().next().getValue());
        return object;
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyFieldIsAsExpected(String name) {
        Map<String, Object> expected = TraceSamples.object(name + ".expected.json");
        Map<String, Object> found = json(name);
        for (String member : MEMBERS) {
            assertSame(member, expected.get(member), found.get(member));
        }
    }

    /** Element by element, so that a difference is found in thousands of lines. */
    private static void assertSame(String what, @Nullable Object expected, @Nullable Object found) {
        if (expected instanceof List<?> wanted && found instanceof List<?> got) {
            assertEquals(wanted.size(), got.size(), "length of " + what);
            for (int i = 0; i < wanted.size(); i++) {
                assertEquals(wanted.get(i), got.get(i), what + "[" + i + "]");
            }
        } else {
            assertEquals(expected, found, what);
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void logsOfApdusAreReadBack(String name) {
        Map<String, Object> expected = TraceSamples.object(name + ".expected.json");
        Map<String, Object> found = json(name);
        List<Map<String, Object>> apdus = Json.objects(found, "apdus");
        List<Map<String, Object>> part = new ArrayList<>();
        for (Map<String, Object> apdu : apdus) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            for (String member : List.of("command", "response", "comment")) {
                wanted.put(member, apdu.get(member));
            }
            part.add(wanted);
            assertEquals(expected.get("reader"), apdu.get("reader"));
        }
        assertEquals(expected.get("apdus"), part);
        assertEquals(expected.get("atr"), Json.objects(found, "events").get(0).get("atr"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedFilesAreNamedForWhatTheyAre(Map<String, Object> row) {
        String name = Json.text(row, "file");
        boolean unpacked = name.endsWith("gzip.pcap");
        boolean fatal = "fatal".equals(row.get("severity")) && !unpacked;
        Run run = decode(TraceSamples.file(name));
        assertEquals(fatal ? 8 : 0, run.exit(), run.err());
        assertFalse(run.hasStackTrace());
        if (unpacked) {
            assertTrue(run.out().contains("2 APDUs"), run.out());
            return;
        }
        assertTrue(run.err().contains(Json.text(row, "kind") + ": "), run.err());
        words(row).forEach(word -> assertTrue(run.err().contains(word), run.err()));
        if (fatal) {
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().startsWith("tagsmith: " + TraceSamples.file(name) + ": "), run.err());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(Map<String, Object> row) {
        return (List<String>) Objects.requireNonNull(row.get("mustMention"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatStandsBeforeTheFaultIsDecoded(Map<String, Object> row) {
        String name = Json.text(row, "file");
        Map<String, Object> found = json(name);
        List<Map<String, Object>> apdus = new ArrayList<>();
        for (Map<String, Object> apdu : Json.objects(found, "apdus")) {
            apdus.add(Map.of("command", apdu.get("command"), "response", apdu.get("response")));
        }
        if (name.endsWith("gzip.pcap")) {
            assertEquals(2, apdus.size());
            return;
        }
        assertEquals(row.get("apdus"), apdus);
        if ("fatal".equals(row.get("severity"))) {
            assertEquals(row.get("kind"), Json.object(found, "error").get("fault"));
            Object packets =
                    found.containsKey("format") ? Json.object(found, "format").get("packets") : (Object) 0;
            assertEquals(row.get("completePacketsBefore"), packets);
        }
    }

    @Test
    void keysAndPinsAreMaskedUnlessAskedFor() {
        Object classic = TraceSamples.file("acr122u-classic.pcap");
        assertFalse(decode(classic, "--all").out().contains("A0A1A2A3A4A5"));
        assertTrue(decode(classic, "--all", "--show-keys").out().contains("A0A1A2A3A4A5"));
        Object pin = TraceSamples.file("gempc-tpdu-t1.pcap");
        assertFalse(decode(pin, "--all").out().contains("8106313233343536"));
        assertTrue(decode(pin, "--show-keys").out().contains("0020008106313233343536"));
        Object log = TraceSamples.file("record-reference-classic.pcapng");
        assertFalse(decode(log, "--all").out().contains("A0A1A2A3A4A5"));
    }

    @Test
    void anApduIsALine() {
        Run run = decode(TraceSamples.file("acr122u-classic.pcap"));
        assertTrue(
                run.out()
                        .contains("   227    5.608074  1.2/0  FFCA000000              9000  pcsc.get-uid: ok"
                                + " uid=C1A2B3D4\n"),
                run.out());
    }

    @Test
    void oneDeviceOrOneSlotOnly() {
        Object two = TraceSamples.file("two-readers.pcapng");
        assertTrue(decode(two, "--device", "1.2").out().contains("124 packets, 3 APDUs"));
        assertTrue(decode(two, "--device", "1.3").out().contains("124 packets, 1 APDUs"));
        Object slots = TraceSamples.file("rare-messages-two-slots.pcap");
        assertTrue(decode(slots, "--slot", "1").out().contains("power-on-failed"));
        assertTrue(decode(slots, "--slot", "1").out().contains(" 0 APDUs"));
        assertEquals(2, decode(slots, "--device", "reader").exit());
    }

    /** Mass storage is no reader; whoever says so all the same gets what can be made of it, and no error. */
    @Test
    void aDeviceCanBeForced() {
        Run run = decode(TraceSamples.file("heuristic-no-descriptors.pcap"), "--device", "1.7");
        assertTrue(run.out().contains("reader 1.7, taken for one as asked"), run.out());
        assertTrue(run.out().contains("3 APDUs"), run.out());
    }

    @Test
    void standardInputIsReadAsItComes() throws IOException {
        Program program = new Program().piping(Files.newInputStream(TraceSamples.file("acr122u-ntag.pcap")));
        Run run = program.run("trace", "decode", "-");
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("258 packets, 12 APDUs"), run.out());
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        Run run = decode("/nowhere/x.pcap");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("there is no such file"), run.err());
    }
}
