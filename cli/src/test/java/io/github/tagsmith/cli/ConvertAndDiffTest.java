package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertAndDiffTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("tagsmith.root", ".."), "mifare-classic/src/test/resources/samples");

    @TempDir
    private Path folder;

    private final Program program = new Program();

    private static Path sample(String name) {
        return SAMPLES.resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mfd", "eml", "mct", "json", "mct.json", "nfc", "chameleon.json"})
    void theEndingChoosesTheFormatAndNothingDiffers(String ending) {
        Path out = folder.resolve("card." + ending);
        Run run = program.run("classic", "convert", sample("made-ndef-uri-1k.mfd"), out);
        assertEquals(0, run.exit(), run.err());
        Run diff = program.run("classic", "diff", sample("made-ndef-uri-1k.mfd"), out);
        assertEquals(0, diff.exit(), diff.out());
        assertEquals("no block differs\n", diff.out());
    }

    @Test
    void lossesAreSaid() {
        Run run = program.run("--json", "classic", "convert", sample("made-1k-partial.nfc"), folder.resolve("a.mfd"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("\"losses\":[\"unknown bytes cannot be marked"), run.out());
        Run hidden = program.run("classic", "convert", sample("made-1k-ev1-signature.json"), folder.resolve("ev1.nfc"));
        assertTrue(hidden.out().contains("hidden sectors 16 and 17"), hidden.out());
        assertTrue(hidden.out().contains("originality signature"), hidden.out());
    }

    @Test
    void existingFilesStayAndDryRunWritesNothing() throws IOException {
        Path there = Files.writeString(folder.resolve("there.eml"), "mine");
        Run refused = program.run("classic", "convert", sample("made-mini.nfc"), there);
        assertEquals(7, refused.exit());
        assertEquals("mine", Files.readString(there));
        assertEquals(
                0,
                program.run("classic", "convert", sample("made-mini.nfc"), there, "--dry-run")
                        .exit());
        assertEquals("mine", Files.readString(there));
        assertEquals(
                0,
                program.run("-y", "classic", "convert", sample("made-mini.nfc"), there)
                        .exit());
        assertEquals(20, Files.readAllLines(there).size());
    }

    @ParameterizedTest
    @CsvSource({
        "made-4k-unreadable.mct, a.keys, keys",
        "made-4k-unreadable.mct, a-key.bin, keybin",
        "made-4k-unreadable.mct, a-keys.txt, keytable",
    })
    void keysOfADumpBecomeAKeyFile(String from, String to, String format) throws IOException {
        Path out = folder.resolve(to);
        assertEquals(0, program.run("classic", "convert", sample(from), out).exit());
        Run shown = program.run("--json", "classic", "show", out);
        assertEquals(0, shown.exit(), shown.err());
        assertTrue(shown.out().contains("\"format\":\"" + format + "\""), shown.out());
        assertTrue(Files.size(out) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "made-ndef-4k-mad2-long.eml, a.metrodroid.json, is only read",
        "made-mixed.keys, a.mfd, is a key file",
        "made-mini.nfc, a.xyz, does not tell a format",
    })
    void whatMakesNoSenseIsRefused(String from, String to, String why) {
        Run run = program.run("classic", "convert", sample(from), folder.resolve(to));
        assertEquals(2, run.exit());
        assertTrue(run.err().contains(why), run.err());
        assertFalse(Files.exists(folder.resolve(to)));
    }

    @Test
    void dumpThatWasCutOffIsNoKeyFile() throws IOException {
        byte[] whole = Files.readAllBytes(sample("made-ndef-uri-1k.mfd"));
        Path cut = Files.write(folder.resolve("cut.mfd"), Arrays.copyOf(whole, 300));
        for (Run run : List.of(
                program.run("classic", "show", cut),
                program.run("classic", "convert", cut, folder.resolve("c.eml")),
                program.run("classic", "convert", cut, folder.resolve("c-key.bin")))) {
            assertEquals(8, run.exit(), run.out());
            assertTrue(
                    run.err()
                            .endsWith(
                                    "cut.mfd: a raw image ends at offset 300; its size must be one of 320, 1024, 1152,"
                                            + " 2048, 4096 bytes\n"),
                    run.err());
        }
    }

    @Test
    void badLinesOfAKeyListAreShownButNotConverted() {
        assertEquals(
                8,
                program.run("classic", "convert", sample("made-mixed.keys"), folder.resolve("b.dic"))
                        .exit());
    }

    @Test
    void differencesHaveTheirMeaning() throws IOException {
        String before = Files.readString(sample("made-1k-values.mct"));
        Path after = Files.writeString(
                folder.resolve("after.mct"),
                before.replace("01000000FEFFFFFF0100000005FA05FA", "0A000000F5FFFFFF0A00000005FA05FA")
                        .replace("FFFFFFFFFFFF08778F00------------", "A0A1A2A3A4A5FF078069FFFFFFFFFFFF")
                        .replace("4D000000B2FEFFFF4D0000000EF10EF1", "4D000000B2FEFFFF4D0000000EF10E00"));
        Run run = program.run("classic", "diff", sample("made-1k-values.mct"), after);
        assertEquals(1, run.exit());
        assertTrue(run.out().startsWith("3 blocks differ\n"), run.out());
        assertTrue(run.out().contains("block 5, sector 1: value 1 -> 10 (+9)"), run.out());
        assertTrue(run.out().contains("key A: FFFFFFFFFFFF -> A0A1A2A3A4A5"), run.out());
        assertTrue(run.out().contains("access bits: 08778F -> FF0780"), run.out());
        assertTrue(run.out().contains("+ trailer  written: key A with A"), run.out());
        assertTrue(run.out().contains("key B: unknown -> FFFFFFFFFFFF"), run.out());
        assertTrue(run.out().contains("\n                                     ^^\n"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        Run json = program.run("--json", "classic", "diff", sample("made-1k-values.mct"), after);
        assertTrue(json.out().contains("\"valueBefore\":1,\"valueAfter\":10"), json.out());
    }

    @Test
    void pageEscapesWhatTheFileSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a&b.json"),
                Files.readString(sample("made-chameleon-ultra-gui.json"))
                        .replace("made sample", "<script>alert(1)</script>\\u001b[2J"));
        Path page = folder.resolve("page.html");
        Run run = program.run("classic", "show", file, "--html", page);
        assertEquals(0, run.exit(), run.err());
        String html = Files.readString(page);
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.endsWith("</html>\n"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && html.contains("<h1>a&amp;b.json</h1>"));
        assertFalse(html.contains("<script") || html.contains("http:") || html.contains("https:"));
        assertFalse(html.contains("\u001b"));
        assertFalse(program.run("classic", "show", file).out().contains("\u001b"));
        assertEquals(7, program.run("classic", "show", file, "--html", page).exit());
    }

    @Test
    void colourIsForTerminals() {
        Path card = sample("made-1k-values.mct");
        assertFalse(program.run("classic", "show", card).out().contains("\u001b"));
        assertTrue(
                program.run("--color", "always", "classic", "show", card).out().contains("\u001b["));
        assertEquals(
                2, program.run("--color", "perhaps", "classic", "show", card).exit());
    }

    @ParameterizedTest
    @CsvSource({
        "made-1k-partial.nfc, nfc, line",
        "made-1k-values.mct, mct, line",
        "made-1k-multiapp.json, json, line",
        "made-mct-export.json, json, line",
        "made-chameleon-ultra-gui.json, json, line",
        "made-1k-7byte-uid.eml, eml, line",
        "made-ndef-uri-1k.mfd, mfd, offset",
    })
    void damagedFilesEndWithEightAndAPlace(String name, String ending, String place) throws IOException {
        byte[] content = Files.readAllBytes(sample(name));
        malformed(java.util.Arrays.copyOf(content, content.length / 2 + 3), ending, place);
        if (place.equals("offset")) {
            return; // two raw images of a 1K are as long as one of a 2K
        }
        byte[] doubled = java.util.Arrays.copyOf(content, 2 * content.length);
        System.arraycopy(content, 0, doubled, content.length, content.length);
        malformed(doubled, ending, place);
        byte[] wide = new String(content, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        malformed(wide, ending, "UTF-16");
    }

    private void malformed(byte[] content, String ending, String place) throws IOException {
        Path file = Files.write(folder.resolve("bad." + ending), content);
        Run run = program.run("classic", "show", file);
        assertEquals(8, run.exit(), run.out() + run.err());
        assertTrue(run.err().contains("bad." + ending) && run.err().contains(place), run.err());
        assertFalse(run.hasStackTrace());
    }
}
