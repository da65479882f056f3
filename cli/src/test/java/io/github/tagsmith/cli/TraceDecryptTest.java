package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code trace decrypt}. The capture is this project's own: D40 and AES sessions of an emulated card with keys of zeros. The text
 * trace is a session of a real card, elmue-session-16 of full-apdu-traces.json, as far as its file; the authentications of a
 * Classic are published ones (FlipperMfkey's tests).
 */
class TraceDecryptTest {

    private static final String CAPTURE = "desfire-ev1-apdu-level.pcap";

    private static final String KEY = "10182028303840485058606870788088";

    private static final String TRACE = """
            > AA01
            < AFB351CB2465D4F33AC627FD6E87A168F2
            > AF044B6CAC343A0865895149649CA8DDE1F5AC4EC67BD208900AF02F049E05F0B0
            < 00A2EE144B1012FBEB7B2F11132D95A454
            """;

    @TempDir
    private Path folder;

    private static Run decrypt(Object... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = "trace";
        all[1] = "decrypt";
        System.arraycopy(words, 0, all, 2, words.length);
        return new Program().run(all);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(Run run) {
        return (Map<String, Object>) Json.parse(run.out());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aCaptureIsReadWithKeysOfDelivery() {
        Run run = decrypt(TraceSamples.file(CAPTURE), "--all");
        assertEquals(0, run.exit(), run.out() + run.err());
        assertTrue(
                run.out().contains("packet 267  authentication d40, key 0 of 000000: key of delivery fits, session "),
                run.out());
        assertTrue(run.out().contains("packet 291  authentication aes, key 0 of 010203: "), run.out());
        assertTrue(run.out().contains("  mac ok   00  > 01000000600000  < 00010203"), run.out());
        assertFalse(run.out().contains("WRONG"), run.out());
        assertTrue(run.out().endsWith("nothing is wrong that could be checked\n"), run.out());
    }

    /** What the sample's own decoder says the answers hold, without their MACs. */
    @Test
    void dataOfTheCaptureAreInTheJson() {
        Map<String, Object> found = json(decrypt(TraceSamples.file(CAPTURE), "--json"));
        assertEquals("tagsmith/1", found.entrySet().iterator().next().getValue());
        List<Map<String, Object>> heard = Json.objects(found, "heard");
        Map<String, Object> value = heard.stream()
                .filter(one -> "GetValue".equals(one.get("instruction")))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("packet 307"), value.get("places"));
        assertEquals("E8030000", Json.object(value, "answered").get("data"));
        assertEquals("mac", Json.object(value, "answered").get("mode"));
        assertEquals("right", Json.object(value, "answered").get("verdict"));
        assertFalse(decrypt(TraceSamples.file(CAPTURE), "--json").out().contains("sessionEncKey"));
    }

    @Test
    void aTextTraceIsReadWithItsKey() throws IOException {
        Path trace = file("card.trace", TRACE + "> 6F\n< 00" + "00".repeat(8) + "\n");
        Run wrong = decrypt(trace, "--key", KEY);
        assertEquals(1, wrong.exit(), wrong.out() + wrong.err());
        assertTrue(wrong.out().contains("line 1      authentication aes, key 1"), wrong.out());
        assertTrue(wrong.out().contains("--key 1 fits"), wrong.out());
        assertTrue(wrong.out().contains("first fault: line 5: MAC or checksum of the answer is wrong"), wrong.out());
        assertFalse(wrong.out().contains(KEY));
    }

    @Test
    void sessionKeysAreShownWhenAskedFor() throws IOException {
        Path trace = file("card.trace", TRACE);
        String session = "40E7D271626FFBD49C530E3D304F5B17";
        assertFalse(decrypt(trace, "--key", KEY).out().contains(session));
        assertTrue(decrypt(trace, "--key", KEY, "--show-keys").out().contains("session key " + session));
        assertTrue(decrypt(trace, "--key", KEY, "--show-keys", "--json").out().contains(session));
    }

    @Test
    void withoutTheKeyNothingFits() throws IOException {
        Path trace = file("card.trace", TRACE);
        Run run = decrypt(trace);
        assertEquals(5, run.exit(), run.out() + run.err());
        assertTrue(run.out().contains("none of the keys fits"), run.out());
    }

    @Test
    void aKeyIsTriedOnlyWhereItBelongs() throws IOException {
        Path trace = file("card.trace", "> 5A16AE00\n< 00\n" + TRACE);
        assertEquals(0, decrypt(trace, "--key", "00AE16:1:aes:" + KEY).exit());
        assertEquals(5, decrypt(trace, "--key", "00AE16:2:" + KEY).exit());
        assertEquals(5, decrypt(trace, "--key", "00AE24:1:" + KEY).exit());
        assertEquals(5, decrypt(trace, "--key", "2k3des:" + KEY).exit());
    }

    @Test
    void aDamagedCaptureIsReadUpToItsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(TraceSamples.file(CAPTURE));
        Path cut = folder.resolve("cut.pcap");
        Files.write(cut, Arrays.copyOf(whole, whole.length * 9 / 10));
        Run run = decrypt(cut);
        assertEquals(8, run.exit());
        assertTrue(run.out().contains("authentication d40"), run.out());
    }

    @Test
    void keysOfClassicAuthenticationsAreFound() throws IOException {
        Path log = file("nonces.log", "12345678 1AD8DF2B 1D316024 620EF048 3 A\n");
        Run run = decrypt(log, "--json");
        assertEquals(0, run.exit(), run.err());
        assertEquals("trace decrypt", json(run).get("command"));
        assertTrue(run.out().contains("A0A1A2A3A4A5"), run.out());
    }

    @Test
    void whatIsNeitherIsNamed() throws IOException {
        Run run = decrypt(file("a.txt", "what is this\n"));
        assertEquals(8, run.exit());
        assertTrue(run.err().contains("line 1"), run.err());
        assertEquals(2, decrypt(folder.resolve("missing")).exit());
        assertFalse(run.hasStackTrace());
    }
}
