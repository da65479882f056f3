package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that write, on software cards that are kept in a file. */
class ClassicWriteTest {

    /** Blocks 4 and 5: 110, block 6: 001, trailer: 011. */
    private static final String PURSE = "4C33CB";

    @TempDir
    private Path folder;

    private final Program program = new Program();

    private Run run(String line) {
        return program.runLine("-r virtual:classic-1k@" + folder.resolve("card.mfd") + " " + line);
    }

    private void assertRuns(int exit, String line) {
        Run run = run(line);
        assertEquals(exit, run.exit(), line + "\n" + run.out() + run.err());
        assertFalse(run.hasStackTrace());
    }

    @Test
    void restoredCardReadsBackEqual() throws IOException {
        Path sample = Program.sample("made-ndef-uri-1k.mfd");
        assertRuns(0, "classic restore " + sample + " --dry-run --with-trailers");
        assertRuns(7, "classic restore " + sample + " --with-trailers");
        assertRuns(0, "-y classic restore " + sample + " --with-trailers");
        byte[] card = Files.readAllBytes(folder.resolve("card.mfd"));
        byte[] wanted = Files.readAllBytes(sample);
        assertArrayEquals(Arrays.copyOfRange(wanted, 16, 1024), Arrays.copyOfRange(card, 16, 1024));
        assertTrue(run("classic restore " + sample + " --with-trailers").out().contains("0 of 0 writes"));
        assertRuns(0, "-y classic format");
        assertRuns(0, "classic read 4");
    }

    @Test
    void cardIsClonedFromAnotherReader() throws IOException {
        Path sample = Program.sample("made-ndef-uri-1k.mfd");
        String clone = "classic clone --from virtual:" + sample + " --with-trailers";
        Run dry = run("--json " + clone + " --dry-run");
        assertEquals(0, dry.exit(), dry.err());
        assertTrue(dry.out().contains("\"command\":\"classic clone\",\"card\":{\"type\":\"1k\",\"uid\":\"DEADBEEF\"}"));
        assertTrue(dry.out().contains("\"source\":{\"type\":\"1k\",\"uid\":"), dry.out());
        assertRuns(7, clone);
        assertRuns(0, "-y " + clone);
        byte[] card = Files.readAllBytes(folder.resolve("card.mfd"));
        byte[] wanted = Files.readAllBytes(sample);
        assertArrayEquals(Arrays.copyOfRange(wanted, 16, 1024), Arrays.copyOfRange(card, 16, 1024));
        assertTrue(run("-y " + clone).out().contains("0 of 0 writes"));
    }

    @Test
    void block0IsClonedOntoACardThatTakesIt() throws IOException {
        Path sample = Program.sample("made-ndef-uri-1k.mfd");
        String gen2 = "-y -r virtual:classic-1k-gen2@" + folder.resolve("gen2.mfd");
        String clone = " classic clone --from virtual:" + sample + " --with-trailers";
        assertEquals(0, program.runLine(gen2 + clone).exit());
        Run all = program.runLine("--json " + gen2 + clone + " --with-block0");
        assertEquals(0, all.exit(), all.out());
        assertTrue(
                all.out().contains("{\"block\":0,\"kind\":\"manufacturer\",\"outcome\":\"written\",\"reason\":null}"));
        assertArrayEquals(Files.readAllBytes(sample), Files.readAllBytes(folder.resolve("gen2.mfd")));
        Run genuine = run("-y --json" + clone + " --with-block0");
        assertEquals(6, genuine.exit());
        assertTrue(genuine.out().contains("\"kind\":\"manufacturer\",\"outcome\":\"refused\""), genuine.out());
    }

    /** A wrong check byte, a UID of another length, a SAK that no MIFARE Classic has: no reader would select the card again. */
    @ParameterizedTest
    @CsvSource({
        "DEADBEEF230804006263646566676869, check byte",
        "04A1B2C3D4E5F6884400626364656667, UID of 7 bytes",
        "DEADBEEF222004006263646566676869, SAK 20"
    })
    void block0ThatWouldKillTheCardIsRefused(String block0, String why) throws IOException {
        Path file = folder.resolve("wrong.eml");
        Files.writeString(
                file,
                block0 + ("\n" + "0".repeat(32)).repeat(2) + "\nFFFFFFFFFFFFFF078069FFFFFFFFFFFF\n"
                        + ("0".repeat(32) + "\n")
                                .repeat(3)
                                .concat("FFFFFFFFFFFFFF078069FFFFFFFFFFFF\n")
                                .repeat(15));
        String gen2 = "-y -r virtual:classic-1k-gen2@" + folder.resolve("gen2.mfd");
        Run refused =
                program.runLine(gen2 + " classic restore " + file + " --with-block0 --force --confirm-uid DEADBEEF");
        assertEquals(7, refused.exit(), refused.out() + refused.err());
        assertTrue(refused.err().contains(why), refused.err());
        assertEquals(
                0, program.runLine(gen2 + " classic restore " + file).exit(), "without it nothing stands against it");
    }

    @Test
    void cloneOnOneReaderAsksForTheOtherCard() {
        assertRuns(2, "classic clone");
        program.answering("\nno\n");
        Run same = run("classic clone");
        assertEquals(7, same.exit());
        assertTrue(same.err().contains("Card DEADBEEF is read. Put the card to write on the reader"), same.err());
        assertTrue(same.err().contains("Is it another card?"), same.err());
        program.answering("\nyes\n");
        assertRuns(0, "classic clone");
    }

    @Test
    void sourceThatOpensOnlyInPartIsClonedInPart() {
        Path locked = folder.resolve("locked.mfd");
        Run made = program.runLine("-y -r virtual:classic-1k@" + locked
                + " classic acl set 3 key-b-only --key-b 010203040506 --force --confirm-uid DEADBEEF");
        assertEquals(0, made.exit(), made.err());
        assertEquals(
                0,
                program.runLine("-r virtual:classic-1k@" + locked + " classic write 4 " + "5".repeat(32))
                        .exit());
        assertRuns(6, "classic clone --from virtual:" + locked);
        assertTrue(run("classic read 4").out().startsWith("5".repeat(32)));
    }

    @Test
    void valuesGoUpAndDown() {
        assertRuns(1, "classic value get 5");
        assertRuns(0, "classic value set 5 -100 --addr 7");
        assertRuns(0, "classic value inc 5 0x10");
        assertRuns(0, "classic value dec 5 1");
        assertRuns(0, "classic value transfer 5 6");
        assertTrue(run("--json classic value get 6").out().contains("\"value\":-85,\"addr\":7"));
        assertRuns(2, "classic value inc 5 -1");
        assertRuns(2, "classic value transfer 5 9");
    }

    @Test
    void keyThatMayOnlyTakeAwayTakesAwayInTheCard() {
        assertRuns(0, "classic value set 5 100");
        assertRuns(0, "classic value set 6 1");
        assertRuns(0, "-y classic acl set 1 " + PURSE + " --force --confirm-uid DEADBEEF");
        assertTrue(
                run("--json classic value dec 5 10").out().contains("\"kind\":\"decrement\",\"outcome\":\"written\""));
        assertRuns(1, "classic value inc 5 1");
        assertTrue(run("--json classic value inc 5 1 --type B")
                .out()
                .contains("\"kind\":\"increment\",\"outcome\":\"written\""));
        assertTrue(program.runLine("-r virtual:classic-1k@" + folder.resolve("card.mfd")
                        + ",dialect=acr122u --json classic value transfer 5 6")
                .out()
                .contains("\"kind\":\"copy\",\"outcome\":\"written\""));
        assertTrue(run("--json classic value get 6").out().contains("\"value\":91,"));
        assertRuns(1, "classic value set 6 500 --type B");
    }

    @Test
    void valueIsWrittenWhereTheReaderHasNoCommandForIt() {
        String card = "virtual:classic-1k@" + folder.resolve("card.mfd") + ",dialect=feitian-r502";
        assertEquals(
                0, program.run("-r", card, "classic", "value", "set", "5", "7").exit());
        Run run = program.run("-r", card, "--json", "classic", "value", "inc", "5", "2");
        assertTrue(run.out().contains("\"kind\":\"data\",\"outcome\":\"written\""), run.out() + run.err());
        assertTrue(run("classic value get 5").out().startsWith("9 "));
    }

    @Test
    void restoredValueThatMayOnlyFallFalls() throws IOException {
        assertRuns(0, "classic value set 6 100");
        Path before = folder.resolve("before.mfd");
        assertRuns(0, "-y classic dump -o " + before);
        assertRuns(0, "classic value set 6 200");
        assertRuns(0, "-y classic acl set 1 " + PURSE + " --force --confirm-uid DEADBEEF");
        Run restored = run("--json classic restore " + before);
        assertTrue(
                restored.out().contains("\"block\":6,\"kind\":\"decrement\",\"outcome\":\"written\""), restored.out());
    }

    @Test
    void sectorIsNotLockedByAccident() {
        assertRuns(7, "-y classic acl set 1 FF07C0 --force --confirm-uid DEADBEEF");
        assertRuns(7, "-y classic acl set 1 nfc-read-only");
        assertRuns(7, "-y classic acl set 1 nfc-read-only --force");
        assertRuns(7, "-y classic acl set 1 nfc-read-only --force --confirm-uid 00000000");
        assertRuns(0, "classic write 4 00112233445566778899AABBCCDDEEFF");
        assertRuns(0, "-y classic acl set 1 nfc-read-only --force --confirm-uid DEADBEEF");
        assertRuns(1, "classic write 4 00000000000000000000000000000000");
        assertRuns(5, "classic read 4 --key 000000000001");
    }

    @Test
    void ndefGoesThereAndBack() {
        assertRuns(1, "classic ndef read");
        assertRuns(0, "-y classic ndef format");
        assertRuns(0, "classic ndef write --uri https://example.org/");
        Run read = run("--json classic ndef read");
        assertTrue(read.out().contains("\"uri\":\"https://example.org/\""), read.out());
        assertTrue(run("classic mad show").out().contains("sector 15  E103"));
        assertRuns(0, "classic mad remove 15");
        assertRuns(0, "classic mad add 4811 15 --publisher 15");
        assertRuns(2, "classic mad add 4811 0");
    }

    @Test
    void directoryNamesItsApplicationsAndTheCardHolder() {
        assertRuns(0, "-y classic mad add 0004 2");
        assertRuns(0, "classic write 8 03446F65 444A616E65 8146 0000000000");
        Run shown = run("classic mad show");
        assertTrue(shown.out().contains("sector  2  0004  card holder"), shown.out());
        assertTrue(run("--json classic mad show").out().contains("{\"kind\":\"given-name\",\"text\":\"Jane\","));
    }

    @Test
    void keysAreFoundAndRemembered() {
        program.environment("XDG_STATE_HOME", folder.resolve("state").toString());
        assertTrue(run("--json classic keys check").out().contains("\"apdus\":34}"));
        Path kept = folder.resolve("state/tagsmith/classic/DEADBEEF.keys");
        assertTrue(Files.exists(kept));
        assertTrue(run("--json classic keys check --no-memory").out().contains("\"keyB\":\"FFFFFFFFFFFF\""));
        Path locked = folder.resolve("locked.mfd");
        Run made = program.runLine("-y -r virtual:classic-1k@" + locked
                + " classic acl set 3 key-b-only --key-b 010203040506 --force --confirm-uid DEADBEEF");
        assertEquals(0, made.exit(), made.err());
        assertRuns(0, "-y classic restore " + locked + " --with-trailers --force --confirm-uid DEADBEEF");
        assertRuns(0, "-y classic dump -o " + folder.resolve("again.mfd"));
        assertRuns(6, "-y classic dump --no-memory -o " + folder.resolve("again.eml"));
    }

    @ParameterizedTest
    @CsvSource({
        "decode FF0780, 0",
        "decode FFFFFFFFFFFFFF078069FFFFFFFFFFFF, 0",
        "decode FF07C0, 8",
        "decode FF, 2",
        "encode --data 100 --trailer 011, 0",
        "encode --data r=AB --trailer 001, 2",
        "encode --name mad, 0"
    })
    void accessBitsOffline(String arguments, int exit) {
        Run run = program.runLine("classic acl " + arguments);
        assertEquals(exit, run.exit(), run.out() + run.err());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restore",
                "clone",
                "format",
                "read",
                "write",
                "info",
                "keys check",
                "value get",
                "value set",
                "value inc",
                "value dec",
                "value transfer",
                "acl decode",
                "acl encode",
                "acl set",
                "mad show",
                "mad add",
                "mad remove",
                "ndef read",
                "ndef write",
                "ndef format",
                "ndef lock",
                "magic gen3"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        Run run = program.runLine("classic " + command + " --help");
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("Example"));
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void keyComesFromAFileWithComments() throws IOException {
        Path key = folder.resolve("my.key");
        Files.writeString(key, "# the key of my door\nFFFFFFFFFFFF # delivery\n");
        assertRuns(0, "classic read 4 --key @" + key);
        Files.writeString(key, "FFFFFFFFFFFF\n-y\n");
        assertRuns(8, "classic read 4 --key @" + key);
    }

    /** Keys of Proxmark3's table; a reader says 1K of such a card. */
    @Test
    void hiddenSectorsOfAnEv1AreReadWhenTheyAreMeant() throws IOException {
        String ev1 = "-r virtual:classic-1k-ev1@" + folder.resolve("ev1.mfd");
        for (String sector : List.of("16 5C8FF9990DA2 D01AFEEB890A", "17 75CCB59C9BED 4B791BEA7BCC")) {
            String[] words = sector.split(" ", -1);
            assertEquals(
                    0,
                    program.runLine("-y " + ev1 + " classic acl set " + words[0] + " mad --key-a " + words[1]
                                    + " --key-b " + words[2] + " --force --confirm-uid DEADBEEF")
                            .exit());
        }
        Path dump = folder.resolve("all.mfd");
        assertEquals(
                0,
                program.runLine("-y " + ev1 + " classic dump --no-memory -o " + dump)
                        .exit());
        assertEquals(1024, Files.size(dump));
        Run all = program.runLine("-y " + ev1 + " classic dump --no-memory --type 1k-ev1 -o " + dump);
        assertEquals(0, all.exit(), all.err());
        assertArrayEquals(Files.readAllBytes(folder.resolve("ev1.mfd")), Files.readAllBytes(dump));
        assertTrue(program.runLine("--json " + ev1 + " classic keys check --no-memory --type 1k-ev1")
                .out()
                .contains("{\"sector\":17,\"keyA\":\"75CCB59C9BED\",\"keyB\":\"4B791BEA7BCC\"}"));
    }

    @Test
    void cardInfoTellsWhatIsThere() {
        Run run = run("--json classic info --originality");
        assertTrue(run.out().contains("\"type\":\"1k\",\"uid\":\"DEADBEEF\""), run.out());
        assertTrue(run.out().contains("\"signature\":null"));
    }
}
