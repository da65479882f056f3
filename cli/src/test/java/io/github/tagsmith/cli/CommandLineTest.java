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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final Program program = new Program();

    @Test
    void infoTellsTypeAndUid() {
        Run run = program.run("--json", "-r", "virtual:classic-4k", "info");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("\"type\":\"MIFARE Classic 4K\",\"uid\":\"DEADBEEF\""), run.out());
    }

    @Test
    void atrIsDecodedWithoutACard() {
        Run run = program.run("--json", "atr", "3B", "8F8001804F0CA000000306030001000000006A");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("\"nn\":\"0001\",\"name\":\"MIFARE Classic 1K\""), run.out());
        assertEquals(
                run.out().substring(0, 60),
                program.run("--json", "explain", "atr", "3B8F8001804F0CA000000306030001000000006A")
                        .out()
                        .substring(0, 60));
        Run wrong = program.run("atr", "3B8180018081");
        assertEquals(8, wrong.exit());
        assertTrue(wrong.err().contains("TCK at offset 5 is 81, must be 80"), wrong.err());
        assertEquals(8, program.run("atr", "3B8F80").exit());
        assertEquals(2, program.run("atr", "3B8").exit());
    }

    @Test
    void missingPcscLibraryIsNamedWithWhatWasTried() {
        Run run = program.run("readers");
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("tried /nowhere/libpcsclite.so"), run.err());
        assertFalse(run.hasStackTrace());
    }

    @Test
    void emulateNeedsSomebodyWhoListens() {
        Run run = program.run("emulate", "classic-1k", "--vpcd", "127.0.0.1:1");
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("nothing listens on 127.0.0.1:1"), run.err());
        assertEquals(
                2,
                program.run("emulate", "classic-1k", "--vpcd", "127.0.0.1:99999")
                        .exit());
    }

    @ParameterizedTest
    @CsvSource({
        "virtual:classic-9k, '\"classic-9k\" is neither a software card nor a file'",
        "virtual:, no software card is named",
        "'virtual:,dialect=acr122u', no software card is named",
    })
    void unknownSoftwareCardIsNamedWithTheKnownOnes(String reader, String why) {
        Run run = program.run("-r", reader, "info");
        assertEquals(2, run.exit());
        assertTrue(run.err().startsWith("tagsmith: " + why + "\n  Software cards: classic-1k, "), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "desfire app create 1234, 'AID: \"1234\" is no application identifier'",
        "desfire tree --app 1234, '--app: \"1234\" is no application identifier'",
        "classic dump --sector 50, '--sector: \"50\" is no sector'",
        "classic read x, 'BLOCK: \"x\" is no block'",
    })
    void whatStandsInTheWrongPlaceIsNamedWithItsPlace(String line, String sentence) {
        Run run = program.runLine(line);
        assertEquals(2, run.exit());
        assertTrue(run.err().startsWith("tagsmith: " + sentence), run.err());
    }

    @Test
    void softwareCardIsKeptInItsFile(@TempDir Path folder) throws IOException {
        Path image = folder.resolve("card.mfd");
        String spec = "virtual:classic-1k@" + image;
        Run written = program.run(
                "-r",
                spec,
                "apdu",
                "FF82000006FFFFFFFFFFFF",
                "FF860000050100046000",
                "FFD6000410000102030405060708090A0B0C0D0E0F");
        assertEquals(0, written.exit(), written.out() + written.err());
        byte[] stored = Files.readAllBytes(image);
        assertEquals(0x0F, stored[4 * 16 + 15]);
        Run read = program.run("-r", spec, "apdu", "FF82000006FFFFFFFFFFFF", "FF860000050100046000", "FFB0000410");
        assertTrue(read.out().contains("000102030405060708090A0B0C0D0E0F 9000"), read.out());
    }

    @Test
    void nearCommandIsSuggested() {
        assertTrue(program.run("clasic").err().contains("Did you mean: classic"));
        assertTrue(program.run("classic", "dmp").err().contains("Did you mean: dump"));
        assertEquals(2, program.run("classic").exit());
        Run json = program.run("--json", "--nonsense");
        assertEquals(2, json.exit());
        assertTrue(json.out().contains("\"kind\":\"usage\""), json.out());
    }

    @Test
    void nothingAtAllPrintsTheHelp() {
        Run run = program.run();
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("Usage: tagsmith"), run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readers",
                "info",
                "apdu",
                "atr",
                "classic dump",
                "classic show",
                "classic convert",
                "classic diff",
                "explain atr",
                "emulate"
            })
    void everyCommandHasHelpWithAnExampleInEightyColumns(String command) {
        Run run = program.runLine(command + " --help");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("Example"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
}
