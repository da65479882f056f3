package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A virtual reader gives two events at once: it was added, and its card inserted. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchCommandTest {

    private static final String ATR = "3B8F8001804F0CA000000306030001000000006A";
    private static final String TIME = "\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z\"";

    private final Program program = new Program();

    private Run watch(String options) {
        Run run = program.runLine("-r virtual:classic-1k watch " + options);
        assertFalse(run.hasStackTrace(), run.err());
        return run;
    }

    @Test
    void anEventIsALine() {
        Run run = watch("--count 2");
        assertEquals(0, run.exit(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size(), run.out());
        assertEquals("reader-added    virtual:classic-1k", lines.get(0));
        assertEquals("card-inserted   virtual:classic-1k  MIFARE Classic 1K, UID DEADBEEF, ATR " + ATR, lines.get(1));
        assertEquals("", run.err());
    }

    @Test
    void anEventIsAnObjectOnALineOfItsOwn() {
        Run run = watch("--json --count 2");
        assertEquals(0, run.exit(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size(), run.out());
        String reader = ",\"reader\":\"virtual:classic-1k\",";
        assertTrue(
                lines.get(0)
                        .matches("\\{.*\"command\":\"watch\"," + TIME + ",\"event\":\"reader-added\"" + reader
                                + "\"type\":null,\"uid\":null,\"atr\":null\\}"),
                lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches("\\{.*\"command\":\"watch\"," + TIME + ",\"event\":\"card-inserted\"" + reader
                                + "\"type\":\"MIFARE Classic 1K\",\"uid\":\"DEADBEEF\",\"atr\":\"" + ATR + "\"\\}"),
                lines.get(1));
    }

    @Test
    void theWatchEndsAfterTheCount() {
        assertEquals(1, watch("--count 1").out().lines().count());
        assertEquals("", watch("--count 0").out());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandFindsTheEventInItsEnvironment() {
        String command = "echo $TAGSMITH_EVENT/$TAGSMITH_READER/$TAGSMITH_TYPE/$TAGSMITH_UID/$TAGSMITH_ATR";
        Run run = program.run("-r", "virtual:classic-1k", "watch", "--count", 2, "--exec", command);
        assertEquals(0, run.exit(), run.err());
        assertEquals(
                List.of(
                        "reader-added/virtual:classic-1k///",
                        "card-inserted/virtual:classic-1k/MIFARE Classic 1K/DEADBEEF/" + ATR),
                run.err().lines().toList());
        assertEquals(2, run.out().lines().count(), "what the command prints stays off standard output: " + run.out());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatFailsOrReadsDoesNotEndTheWatch() {
        Run run = program.run("-r", "virtual:classic-1k", "watch", "--count", 2, "--exec", "cat; echo no >&2; exit 3");
        assertEquals(0, run.exit(), run.err());
        assertEquals(List.of("no", "no"), run.err().lines().toList());
        assertEquals(2, run.out().lines().count());
    }

    @Test
    void wrongUseIsExplained() {
        Run run = watch("--count many");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("--count"), run.err());
        assertEquals(2, program.runLine("-r virtual:nothing watch").exit());
    }

    @Test
    void withoutALibraryThereIsNothingToWatch() {
        Run run = program.runLine("watch --count 1");
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("tried /nowhere/libpcsclite.so"), run.err());
        assertFalse(run.hasStackTrace());
    }
}
