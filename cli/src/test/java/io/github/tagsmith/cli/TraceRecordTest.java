package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceRecordTest {

    private static final String SELECT = "00A404000AA00000006203010C0601";
    private static final String KEY = "112233445566";
    private static final String PIN = "0020008108313233343536FFFF";

    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Run run(Object... words) {
        Run run = new Program().run(words);
        assertFalse(run.hasStackTrace(), run.err());
        return run;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReplayOfADumpGivesTheSameFile() throws IOException {
        Path dump = file("dump.mfd");
        Path again = file("again.mfd");
        Path trace = file("trace.txt");
        assertEquals(
                0,
                run("-r", "virtual:classic-mini", "--trace=" + trace, "classic", "dump", "-o", dump)
                        .exit());
        Run replay = run("-r", "replay:" + trace, "classic", "dump", "-o", again);
        assertEquals(0, replay.exit(), replay.err());
        assertArrayEquals(Files.readAllBytes(dump), Files.readAllBytes(again));
        assertFalse(text(trace).contains("FFFFFFFFFFFF"), "the default key is in the trace");
    }

    @Test
    void aReplayOfADumpWithAPrivateKeyNeedsThatKeyAgain() throws IOException {
        Path card = file("card.mfd");
        Path trace = file("trace.txt");
        assertEquals(
                0,
                run("-r", "virtual:classic-mini", "classic", "dump", "-o", card).exit());
        byte[] image = Files.readAllBytes(card);
        System.arraycopy(HexFormat.of().parseHex(KEY), 0, image, 7 * 16, 6);
        System.arraycopy(HexFormat.of().parseHex(KEY), 0, image, 7 * 16 + 10, 6);
        Files.write(card, image);
        Path dump = file("dump.mfd");
        assertEquals(
                0,
                run("-r", "virtual:" + card, "--trace=" + trace, "classic", "dump", "--key", KEY, "-o", dump)
                        .exit());
        assertFalse(text(trace).contains(KEY), "the key is in the trace");
        Path again = file("again.mfd");
        assertEquals(
                0,
                run("-r", "replay:" + trace, "classic", "dump", "--key", KEY, "-o", again)
                        .exit());
        assertArrayEquals(Files.readAllBytes(dump), Files.readAllBytes(again));
    }

    @Test
    void apdusAreReplayedAndAnotherOneFailsWithThePlace() throws IOException {
        Path trace = file("hello.txt");
        Run recorded = run("trace", "record", trace, "-r", "virtual:hello", "apdu", SELECT, "00000000");
        assertEquals(0, recorded.exit(), recorded.err());
        Run replay = run("-r", "replay:" + trace, "apdu", SELECT, "00000000");
        assertEquals(recorded.out(), replay.out());
        Run other = run("-r", "replay:" + trace, "apdu", SELECT, "00000001");
        assertEquals(1, other.exit());
        assertTrue(other.err().contains("hello.txt, line 6: recorded is 00000000, sent is 00000001"), other.err());
        Run more = run("-r", "replay:" + trace, "apdu", SELECT, "00000000", "00000000");
        assertEquals(1, more.exit());
        assertTrue(more.err().contains("ends after 3 steps"), more.err());
    }

    @Test
    void keysAndPinsAreMaskedUnlessAskedFor() throws IOException {
        for (String name : new String[] {"masked.txt", "masked.pcapng"}) {
            Path trace = file(name);
            run("-r", "virtual:classic-1k", "--trace=" + trace, "apdu", "FF82000006" + KEY, PIN);
            String content = text(trace);
            assertFalse(content.contains(KEY), name);
            assertFalse(content.contains("313233343536"), name);
            assertFalse(content.contains(new String(HexFormat.of().parseHex(KEY), StandardCharsets.ISO_8859_1)), name);
            assertFalse(content.contains("123456"), name);
        }
        Path shown = file("shown.txt");
        run("-r", "virtual:classic-1k", "--trace=" + shown, "--trace-secrets", "apdu", "FF82000006" + KEY);
        assertTrue(text(shown).contains("> FF82000006" + KEY), text(shown));
    }

    @Test
    void standardErrorShowsEachExchangeAndStandardOutputStaysAsItIs() {
        Run plain = run("-r", "virtual:classic-1k", "apdu", "FFCA000000");
        Run traced = run("-r", "virtual:classic-1k", "apdu", "--trace", "FFCA000000");
        assertEquals(plain.out(), traced.out());
        assertTrue(traced.err().contains("> FFCA000000  # pcsc.get-uid"), traced.err());
        assertTrue(traced.err().contains("< DEADBEEF9000  # ok uid=DEADBEEF"), traced.err());
    }

    @Test
    void aFileThatExistsIsNotOverwritten() throws IOException {
        Path trace = Files.writeString(file("trace.txt"), "mine");
        Run refused = run("-r", "virtual:hello", "--trace=" + trace, "apdu", SELECT);
        assertEquals(7, refused.exit());
        assertEquals("mine", text(trace));
        assertEquals(
                0,
                run("-y", "-r", "virtual:hello", "--trace=" + trace, "apdu", SELECT)
                        .exit());
        assertTrue(text(trace).startsWith("# tagsmith trace"));
    }

    @Test
    void recordPassesOptionsOnAndEndsWithTheStatusOfTheCommand() throws IOException {
        Path trace = file("out.txt");
        Run refused = run("--json", "-r", "virtual:hello", "trace", "record", "-o", trace, "--", "apdu", "00B0000000");
        assertEquals(1, refused.exit());
        assertTrue(refused.out().startsWith("{\"schema\":\"tagsmith/1\",\"command\":\"apdu\""), refused.out());
        assertTrue(text(trace).contains("> 00B0000000"));
        Run nothing = run("trace", "record", file("none.txt"));
        assertEquals(2, nothing.exit());
        assertFalse(Files.exists(file("none.txt")));
    }

    @Test
    void aResetIsRecordedAndHasToBeReplayed() throws IOException {
        Path script = Files.writeString(file("a.scriptor"), SELECT + "\nreset\n" + SELECT + "\n");
        Path trace = file("reset.txt");
        Run recorded = run("-r", "virtual:hello", "--trace=" + trace, "apdu", "-f", script);
        assertEquals(0, recorded.exit(), recorded.err());
        assertEquals(
                recorded.out(),
                run("-r", "replay:" + trace, "apdu", "-f", script).out());
        Run without = run("-r", "replay:" + trace, "apdu", SELECT, SELECT);
        assertEquals(1, without.exit());
        assertTrue(without.err().contains("recorded is a reset"), without.err());
    }

    @Test
    void aMalformedTraceIsNamedWithItsLine() throws IOException {
        Path trace = Files.writeString(file("bad.txt"), "ATR 3B00\n> FFCA0000\n< 90X0\n");
        Run run = run("-r", "replay:" + trace, "info");
        assertEquals(8, run.exit());
        assertTrue(run.err().contains("bad.txt, line 3"), run.err());
        assertEquals(
                8,
                run("-r", "replay:" + Files.writeString(file("empty.txt"), ""), "info")
                        .exit());
        assertEquals(2, run("-r", "replay:" + file("absent.txt"), "info").exit());
    }

    @Test
    void aCaptureIsReplayedAsTheTextIs() throws IOException {
        Path dump = file("dump.mfd");
        Path again = file("again.mfd");
        Path trace = file("trace.pcapng");
        assertEquals(
                0,
                run("-r", "virtual:classic-mini", "--trace=" + trace, "classic", "dump", "-o", dump)
                        .exit());
        Run replay = run("-r", "replay:" + trace, "classic", "dump", "-o", again);
        assertEquals(0, replay.exit(), replay.err());
        assertArrayEquals(Files.readAllBytes(dump), Files.readAllBytes(again));
        byte[] content = Files.readAllBytes(trace);
        Path cut = Files.write(file("cut.pcapng"), Arrays.copyOf(content, content.length - 5));
        assertEquals(8, run("-r", "replay:" + cut, "info").exit());
    }

    /** Source: acr122u-classic.pcap of the project's captures, recorded from a real driver. */
    @Test
    void aCaptureOfUsbIsReplayed() {
        String samples = System.getProperty("tagsmith.shared");
        assumeTrue(samples != null, "the shared captures are not here");
        Path capture = Path.of(samples, "samples", "ccid", "acr122u-classic.pcap");
        Run run = run(
                "-r",
                "replay:" + capture,
                "apdu",
                "FFCA000000=9000",
                "FFCA010000=6A81",
                "FF82000006FFFFFFFFFFFF=9000",
                "FF860000050100016000=9000",
                "FFB0000110=9000");
        assertEquals(0, run.exit(), run.out() + run.err());
        assertTrue(run.out().contains("140103E103E103E103E103E103E103E1 9000"), run.out());
        Run other = run("-r", "replay:" + capture, "apdu", "FFCA000000", "FFB0000110");
        assertEquals(1, other.exit());
        assertTrue(other.err().contains("acr122u-classic.pcap, packet 231: recorded is FFCA010000"), other.err());
    }

    @Test
    void whatWasRecordedDecodesToTheSameExchanges() {
        Path trace = file("hello.pcapng");
        Run recorded = run("trace", "record", trace, "-r", "virtual:hello", "apdu", SELECT, "00000000");
        assertEquals(0, recorded.exit(), recorded.err());
        Run decoded = run("--json", "trace", "decode", trace);
        assertEquals(0, decoded.exit(), decoded.err());
        assertTrue(decoded.out().contains("\"command\":\"" + SELECT + "\",\"response\":\"9000\""), decoded.out());
        assertTrue(decoded.out().contains("48656C6C6F20776F726C64219000"), decoded.out());
    }

    @Test
    void aStatusOfDesfireIsSaidInWords() {
        Run run = run("-r", "virtual:desfire-ev2", "apdu", "9060000000");
        assertTrue(run.out().contains("91AF  more to come"), run.out());
    }
}
