package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.PcscDaemon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on a reader of the real service that holds no card. */
@ExtendWith(PcscDaemon.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmptyReaderIT {

    private static final String READER = "Virtual PCD 00 00";

    private final Program program = Program.withPcsc();

    private Run on(String line) {
        Object[] words = ("-r|" + READER + "|" + line.replace(' ', '|')).split("\\|", -1);
        Run run = program.run(words);
        assertFalse(run.hasStackTrace(), run.err());
        return run;
    }

    @ParameterizedTest
    @CsvSource({
        "reset, 4",
        "reset --cold, 4",
        "reader probe, 4",
        "reader led red, 1",
        "reader buzzer, 1",
        "reader set polling on, 2",
        "escape FF00480000, 1"
    })
    void whatNeedsACardOrAnotherReaderEndsWithItsStatus(String line, int status) {
        Run run = on(line);
        assertEquals(status, run.exit(), run.out() + run.err());
        assertTrue(run.err().startsWith("tagsmith: "), run.err());
        assertEquals("", run.out());
    }

    @Test
    void theReaderIsDescribedWithoutACard() {
        Run run = on("reader info");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("reader    Virtual PCD 00 00"), run.out());
    }

    @Test
    void theWatchShowsTheReaderThatIsMeant() {
        Run run = on("watch --count 1");
        assertEquals(0, run.exit(), run.err());
        assertEquals("reader-added    Virtual PCD 00 00", run.out().strip());
    }

    @Test
    void doctorFindsLibraryServiceAndReaders() {
        Run run = program.run("doctor");
        assertTrue(run.exit() == 0 || run.exit() == 3, run.err());
        assertEquals(run.out().contains("problem"), run.exit() == 3, run.out());
        assertTrue(run.out().contains("ok       library   "), run.out());
        assertTrue(run.out().contains("ok       service   it answers"), run.out());
        assertTrue(run.out().contains("note     reader    Virtual PCD 00 00: no card -> put one on it"), run.out());
        assertFalse(run.hasStackTrace());
    }
}
