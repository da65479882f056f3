package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the samples hold is in the shared samples' index.json, by an independent reference. */
class ShowCommandTest {

    @TempDir
    private Path folder;

    private final Program program = new Program();

    @Test
    void showsDirectoryAndNdefOfARawImage() {
        Run run = program.run("--json", "classic", "show", Program.sample("made-ndef-uri-1k.mfd"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("\"format\":\"mfd\""));
        assertTrue(
                run.out().contains("\"uid\":\"01020304\",\"atqa\":\"0004\",\"sak\":\"08\",\"bccOk\":true"), run.out());
        assertTrue(run.out().contains("\"mad\":{\"version\":1,\"crcOk\":true"));
        assertTrue(run.out().contains("{\"sector\":15,\"aid\":\"E103\",\"name\":\"NFC Forum NDEF data\"}"));
        assertTrue(run.out().contains("\"uri\":\"https://example.com/classic\""));
    }

    @Test
    void tellsASevenByteUidFromAFourByteOneWithARightBcc() {
        Run run = program.run("--json", "classic", "show", Program.sample("made-1k-7byte-uid.eml"));
        assertTrue(run.out().contains("\"uid\":\"04A1B2C3D4E5F6\",\"atqa\":\"0044\",\"sak\":\"08\""), run.out());
        assertTrue(run.out().contains("\"valueBlocks\":[{\"block\":4,\"value\":500,\"addr\":4}]"));
    }

    @Test
    void textFitsEightyColumnsUntilALongValueComes() {
        Run run = program.run("classic", "show", Program.sample("made-ndef-uri-1k.mfd"));
        run.out().lines().skip(1).forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void damagedFilesAreNamedWithTheirPlace() throws IOException {
        byte[] image = Files.readAllBytes(Program.sample("made-ndef-uri-1k.mfd"));
        String eml = Files.readString(Program.sample("made-1k-7byte-uid.eml"));
        damaged("cut.mfd", java.util.Arrays.copyOf(image, 1000), "offset 1000");
        damaged("long.mfd", java.util.Arrays.copyOf(image, 5000), "offset 4096");
        damaged("empty.mfd", new byte[0], "empty");
        damaged("huge.mfd", new byte[3 << 20], "offset");
        damaged("cut.eml", eml.substring(0, 1700).getBytes(java.nio.charset.StandardCharsets.US_ASCII), "line 50");
        damaged(
                "bad.eml",
                eml.replaceFirst("c82", "cX2").getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                "line 1 column 22");
        damaged(
                "first.eml",
                ("Z" + eml.substring(1)).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                "line 1 column 1");
        damaged(
                "blank.eml",
                eml.replaceFirst("\r\n", "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                "line 2");
    }

    @Test
    void wrongChecksAreShown() throws IOException {
        byte[] image = Files.readAllBytes(Program.sample("made-ndef-uri-1k.mfd"));
        image[4] ^= 1;
        image[16] ^= 1;
        image[7 * 16 + 8] ^= 1;
        Path file = Files.write(folder.resolve("wrong.mfd"), image);
        Run run = program.run("classic", "show", file);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("BCC        wrong\n"), run.out());
        assertTrue(run.out().contains("MAD1, CRC WRONG\n"), run.out());
        assertTrue(run.out().contains("access bits invalid\n"), run.out());
        assertTrue(run.out().contains("invalid: the card refuses these sectors for good"), run.out());
        Run json = program.run("--json", "classic", "show", file);
        assertTrue(json.out().contains("\"bccOk\":false") && json.out().contains("\"crcOk\":false"), json.out());
        assertTrue(json.out().contains("\"accessValid\":false"), json.out());
    }

    private void damaged(String name, byte[] content, String place) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Run run = program.run("classic", "show", file);
        assertEquals(8, run.exit(), name);
        assertTrue(run.err().contains(name) && run.err().contains(place), run.err());
        assertFalse(run.hasStackTrace());
        assertEquals("", run.out());
        Run json = program.run("classic", "show", file, "--json");
        assertEquals(8, json.exit());
        assertTrue(
                json.out().startsWith("{\"schema\":\"tagsmith/1\",\"error\":{\"kind\":\"malformed-input\","),
                json.out());
    }
}
