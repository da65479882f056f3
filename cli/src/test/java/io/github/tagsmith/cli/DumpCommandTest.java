package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpCommandTest {

    private static final String NDEF_CARD = "virtual:" + Program.sample("made-ndef-uri-1k.mfd");

    @TempDir
    private Path folder;

    private final Program program = new Program();

    @Test
    void dumpsTheEmbeddedCardInOneLoadSixteenAuthenticationsAndSixtyFourReads() throws IOException {
        Path file = folder.resolve("x.mfd");
        Run run = program.run("--json", "-r", "virtual:classic-1k", "classic", "dump", "-o", file);
        assertEquals(0, run.exit(), run.err());
        assertEquals(1024, Files.size(file));
        assertTrue(run.out().startsWith("{\"schema\":\"tagsmith/1\",\"command\":\"classic dump\","), run.out());
        assertTrue(
                run.out().contains("\"card\":{\"type\":\"1k\",\"uid\":\"DEADBEEF\",\"atqa\":\"0004\",\"sak\":\"08\"}"));
        assertTrue(run.out().contains("\"unknownBlocks\":0,\"apdus\":82,"), run.out());
    }

    @Test
    void dumpOfACardFromAFileEqualsTheFile() throws IOException {
        Path file = folder.resolve("y.mfd");
        Run run = program.run("-r", NDEF_CARD, "classic", "dump", "-o", file);
        assertEquals(0, run.exit(), run.err());
        assertArrayEquals(Files.readAllBytes(Program.sample("made-ndef-uri-1k.mfd")), Files.readAllBytes(file));
    }

    @Test
    void globalOptionsMayStandBehindTheCommand() {
        Run run = program.run("classic", "dump", "-r", "virtual:classic-mini", "-o", folder.resolve("m.mfd"), "--json");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith("{"));
    }

    @Test
    void readerMayComeFromTheEnvironment() {
        Run run = program.environment("TAGSMITH_READER", "virtual:classic-4k")
                .run("classic", "dump", "-o", folder.resolve("k.mfd"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("256 of 256 blocks read in 298 exchanges"), run.out());
    }

    @Test
    void existingFileIsKeptUnlessOverwritingIsAllowed() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.mfd"), "precious");
        Run refused = program.run("-r", "virtual:classic-1k", "classic", "dump", "-o", file);
        assertEquals(7, refused.exit());
        assertEquals("precious", Files.readString(file));
        Run declined = new Program().answering("n\n").run("-r", "virtual:classic-1k", "classic", "dump", "-o", file);
        assertEquals(7, declined.exit());
        assertEquals("precious", Files.readString(file));
        Run agreed = new Program().answering("y\n").run("-r", "virtual:classic-1k", "classic", "dump", "-o", file);
        assertEquals(0, agreed.exit());
        assertEquals(1024, Files.size(file));
        assertEquals(
                0,
                program.run("-y", "-r", "virtual:classic-1k", "classic", "dump", "-o", file)
                        .exit());
    }

    @Test
    void sectorWithoutAKeyIsUnknownInTheFileAndInTheStatus() throws IOException {
        Path card = lockedSector();
        Path file = folder.resolve("partial.eml");
        Run run = program.run("--json", "-r", "virtual:" + card, "classic", "dump", "-o", file);
        assertEquals(6, run.exit(), run.err());
        List<String> lines = Files.readAllLines(file);
        assertEquals("?".repeat(32), lines.get(8));
        assertEquals("?".repeat(32), lines.get(11));
        assertTrue(run.out()
                .contains("{\"sector\":2,\"keyA\":null,\"keyB\":null,\"accessBytes\":null,\"accessValid\":null,"
                        + "\"blocks\":[null,null,null,null]}"));
        assertTrue(run.out().contains("\"unknownBlocks\":4,"));
        assertTrue(run.err().contains("blocks 8-11"), run.err());
    }

    @Test
    void rawImageSaysWhatItCannotMark() throws IOException {
        Path file = folder.resolve("partial.mfd");
        Run run = program.run("-r", "virtual:" + lockedSector(), "classic", "dump", "-o", file);
        assertEquals(6, run.exit());
        assertEquals(1024, Files.size(file));
        assertTrue(run.err().contains("cannot be marked and are written as zeros, in blocks 8-11"), run.err());
    }

    @Test
    void keyFromFileEnvironmentOrArgumentOpensTheSector() throws IOException {
        Path keys = Files.writeString(folder.resolve("my.keys"), "# mine\r\n 112233445566 # sector 2\r\n\r\n");
        String card = "virtual:" + lockedSector();
        Path file = folder.resolve("whole.mfd");
        assertEquals(
                0,
                program.run("-y", "-r", card, "classic", "dump", "-k", keys, "-o", file)
                        .exit());
        assertEquals(
                0,
                program.run("-y", "-r", card, "classic", "dump", "--key", "112233445566", "-o", file)
                        .exit());
        assertEquals(
                0,
                program.run("-y", "-r", card, "classic", "dump", "--key", "@" + keys, "-o", file)
                        .exit());
        assertEquals(
                0,
                program.environment("K", "11:22:33:44:55:66")
                        .run("-y", "-r", card, "classic", "dump", "--key", "env:K", "-o", file)
                        .exit());
        assertEquals(
                0,
                new Program()
                        .answering("112233445566\n")
                        .run("-y", "-r", card, "classic", "dump", "--key", "-", "-o", file)
                        .exit());
    }

    @Test
    void keyThatOpenedASectorOnceIsTriedThereAgain() throws IOException {
        String card = "virtual:" + lockedSector();
        Path state = folder.resolve("state");
        Program remembering = new Program().environment("XDG_STATE_HOME", state.toString());
        Path file = folder.resolve("whole.mfd");
        Object[] again = {"-y", "--json", "-r", card, "classic", "dump", "-o", file};
        assertEquals(6, remembering.run(again).exit());
        Run found = remembering.run("-y", "-r", card, "classic", "dump", "--key", "112233445566", "-o", file);
        assertEquals(0, found.exit());
        Path kept = state.resolve("tagsmith/classic/DEADBEEF.keys");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        Run remembered = remembering.run(again);
        assertEquals(0, remembered.exit());
        assertTrue(remembered.out().contains("\"apdus\":84,"), remembered.out());
        assertEquals(
                6,
                remembering
                        .run("-y", "-r", card, "classic", "dump", "--no-memory", "-o", file)
                        .exit());
        Run partly = remembering.run("-y", "-r", card, "classic", "dump", "--sector", "3", "-o", file);
        assertEquals(0, partly.exit());
        assertEquals(0, remembering.run(again).exit(), "the other sectors are not forgotten");
        Run fresh = remembering.run("-y", "--json", "-r", "virtual:classic-1k", "classic", "dump", "-o", file);
        assertTrue(fresh.out().contains("\"apdus\":82,"), "a card made now was never here before");
    }

    @Test
    void noFittingKeyWritesNoFile() throws IOException {
        Path card = allSectorsLocked();
        Run run = program.run("-r", "virtual:" + card, "classic", "dump", "-o", folder.resolve("none.mfd"));
        assertEquals(5, run.exit());
        assertFalse(Files.exists(folder.resolve("none.mfd")));
        assertTrue(run.err().contains("none of 4 keys fits any sector"), run.err());
    }

    @Test
    void onlyTheWantedSectorsAreRead() {
        Run run = program.run(
                "--json",
                "-r",
                "virtual:classic-1k",
                "classic",
                "dump",
                "--sector",
                "3",
                "-o",
                folder.resolve("s.eml"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("\"sectors\":[{\"sector\":3,"), run.out());
        assertTrue(run.out().contains("\"unknownBlocks\":0,\"apdus\":7,"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--sector 0-1, 0 1",
        "--sector 1 --sector 0x0, 0 1",
        "--sector 14-15 --sector 2 --sector 15, 2 14 15",
    })
    void sectorsAreNamedOneByOneOrAsRanges(String options, String sectors) {
        String reader = "--json -r virtual:classic-1k classic ";
        Run dump = program.runLine(reader + "dump -o " + folder.resolve("r.eml") + " " + options);
        Run keys = program.runLine(reader + "keys check " + options);
        for (Run run : List.of(dump, keys)) {
            assertEquals(0, run.exit(), run.out());
            String found = Pattern.compile("\"sector\":(\\d+)")
                    .matcher(run.out())
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.joining(" "));
            assertEquals(sectors, found);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3-1, '\"3-1\" is no sector, 0 to 39, and no range such as 0-3'",
        "0-40, '\"0-40\" is no sector, 0 to 39, and no range such as 0-3'",
        "1-, '\"1-\" is no sector, 0 to 39, and no range such as 0-3'",
        "8-16, 'no sector 16: this card has 0 to 15'",
    })
    void sectorsThatAreNotThereAreRefused(String sectors, String message) {
        for (String command : List.of("keys check", "dump -o " + folder.resolve("none.eml"))) {
            Run run = program.runLine("-r virtual:classic-1k classic " + command + " --sector " + sectors);
            assertEquals(2, run.exit(), run.out());
            assertTrue(run.err().contains(message), run.err());
        }
    }

    @Test
    void badKeyIsReportedWithoutShowingIt() throws IOException {
        Run argument = program.run("-r", "virtual:classic-1k", "classic", "dump", "--key", "11223344556G");
        assertEquals(2, argument.exit());
        assertFalse(argument.err().contains("11223344556G"), argument.err());
        Path keys = Files.writeString(folder.resolve("bad.keys"), "FFFFFFFFFFFF\n1122334455\n");
        Run file = program.run("-r", "virtual:classic-1k", "classic", "dump", "-k", keys);
        assertEquals(8, file.exit());
        assertTrue(file.err().contains("bad.keys: line 2"), file.err());
        assertFalse(file.err().contains("1122334455"), file.err());
    }

    @Test
    void unwritableTargetLeavesNothingBehind() throws IOException {
        Path nowhere = folder.resolve("no/such/folder/x.mfd");
        Run run = program.run("-r", "virtual:classic-1k", "classic", "dump", "-o", nowhere);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("there is no such file or folder"), run.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void cardThatIsNoClassicIsRefused() {
        Run run = program.run("-r", "virtual:hello", "classic", "dump");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("no MIFARE Classic"), run.err());
    }

    /** A delivered 1K card whose sector 2 has the key 112233445566 twice, and no transport access bits. */
    private Path lockedSector() throws IOException {
        return locked(new int[] {2});
    }

    private Path allSectorsLocked() throws IOException {
        int[] all = new int[16];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return locked(all);
    }

    private Path locked(int[] sectors) throws IOException {
        Path card = folder.resolveSibling(folder.getFileName() + "-card.mfd");
        assertEquals(
                0,
                program.run("-y", "-r", "virtual:classic-1k", "classic", "dump", "-o", card)
                        .exit());
        byte[] image = Files.readAllBytes(card);
        byte[] trailer = java.util.HexFormat.of().parseHex("11223344556678778800112233445566");
        for (int sector : sectors) {
            System.arraycopy(trailer, 0, image, sector * 64 + 48, trailer.length);
        }
        return Files.write(card, image);
    }
}
