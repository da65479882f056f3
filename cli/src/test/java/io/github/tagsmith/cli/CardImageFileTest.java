package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESFire cards that are kept in a file, from outside. */
class CardImageFileTest {

    private static final String CREATE = "90CA0000050100000F8100=9100";
    private static final String LIST = "906A000000";

    private final Program program = Program.withPcsc();

    @TempDir
    private Path folder;

    @Test
    void theCardRemembers() throws IOException {
        Path file = folder.resolve("card.json");
        assertEquals(
                0,
                program.run("-r", "virtual:desfire-ev2@" + file, "apdu", CREATE).exit());
        assertTrue(Files.readString(file).contains("\"aid\" : \"000001\""));
        assertTrue(program.run("-r", "virtual:desfire-ev2@" + file, "apdu", LIST)
                .out()
                .contains("< 010000 9100"));
    }

    /** A file without a kind before it is a card whose changes are discarded. */
    @Test
    void anImageAloneIsDiscarded() throws IOException {
        Path file = folder.resolve("card.json");
        program.run("-r", "virtual:desfire-ev1@" + file, "info");
        String before = Files.readString(file);
        assertEquals(0, program.run("-r", "virtual:" + file, "apdu", CREATE).exit());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void aMistakeIsToldWithItsLine() throws IOException {
        Path file = folder.resolve("card.json");
        program.run("-r", "virtual:ntag424@" + file, "info");
        Files.writeString(file, Files.readString(file).replace("\"AES\"", "\"AIS\""));
        Program.Run run = program.run("-r", "virtual:ntag424@" + file, "info");
        assertEquals(8, run.exit());
        assertTrue(run.err().contains("card.json") && run.err().contains("line "), run.err());
    }

    private static final String CHALLENGE = "900A0000010000";

    /** The nonces of a seed are the same in every run. */
    @Test
    void aSeedMakesRunsAlike() {
        String first = program.run("-r", "virtual:desfire-ev1,seed=7", "apdu", CHALLENGE)
                .out();
        assertTrue(first.contains("91AF"), first);
        assertEquals(
                first,
                program.run("-r", "virtual:desfire-ev1,dialect=acr122u,seed=0x7", "apdu", CHALLENGE)
                        .out());
        assertNotEquals(
                first,
                program.run("-r", "virtual:desfire-ev1,seed=8", "apdu", CHALLENGE)
                        .out());
        assertNotEquals(
                first,
                program.run("-r", "virtual:desfire-ev1", "apdu", CHALLENGE).out());
    }

    @Test
    void whatIsNoSeed() {
        Program.Run noNumber = program.run("-r", "virtual:desfire-ev1,seed=x", "info");
        assertEquals(2, noNumber.exit(), noNumber.err());
        assertTrue(noNumber.err().contains("seed=7"), noNumber.err());
        Program.Run classic = program.run("-r", "virtual:classic-1k,seed=7", "info");
        assertEquals(2, classic.exit(), classic.err());
        assertTrue(classic.err().contains("classic-1k draws nothing"), classic.err());
    }

    @Test
    void anotherKindIsRefused() {
        Path file = folder.resolve("card.json");
        program.run("-r", "virtual:ntag424@" + file, "info");
        Program.Run run = program.run("-r", "virtual:desfire-ev3@" + file, "info");
        assertEquals(2, run.exit(), run.err());
        assertTrue(run.err().contains("holds a ntag424, not a desfire-ev3"), run.err());
    }
}
