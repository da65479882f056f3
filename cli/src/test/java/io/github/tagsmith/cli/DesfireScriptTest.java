package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line of a script has selected and authenticated holds for the next lines, until something ends it. */
class DesfireScriptTest {

    /** An application with two keys and a file that key 1 reads and writes. */
    private static final String MAKE = """
        desfire app create 123456 --keys 2 --auth 0:default
        desfire file create 1 --type std --size 16 --comm full --rights 1,1,F,F --app 123456 --auth 0:default
        reset
        """;

    private static final String OPEN =
            "desfire file read 1 --app 123456 --auth 1:aes:00000000000000000000000000000000\n";
    private static final String READ = "desfire file read 1\n";

    /** SELECT APPLICATION, and the first and second frame of AuthenticateEV2First, wrapped (../shared/reference/desfire.md). */
    private static final String SELECTION = "> 905A";

    private static final String FIRST_FRAME = "> 9071";
    private static final String SECOND_FRAME = "> 90AF";

    @TempDir
    private Path folder;

    private Path trace;

    @BeforeEach
    void name() {
        trace = folder.resolve("trace.txt");
    }

    /** Makes the application, untraced, then runs the lines traced. */
    private Run run(String card, String lines) {
        String kept = "virtual:" + card + "@" + folder.resolve(card + ".json");
        Run made = new Program().typing(MAKE).run("-r", kept, "script", "-");
        assertEquals(0, made.exit(), made.err());
        return new Program().typing(lines).run("-r", kept, "--trace=" + trace, "script", "-");
    }

    private Run run(String lines) {
        return run("desfire-ev2", lines);
    }

    private List<String> sent() throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> line.contains("> ")).collect(Collectors.toList());
        }
    }

    private long sent(String command) throws IOException {
        return sent().stream().filter(line -> line.contains(command)).count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void readsOfOneSessionCostOneSelectionAndOneAuthentication(int reads) throws IOException {
        Run run = run(OPEN + READ.repeat(reads));
        assertEquals(0, run.exit(), run.err());
        assertEquals(1, sent(SELECTION));
        assertEquals(1, sent(FIRST_FRAME));
        assertEquals(1, sent(SECOND_FRAME));
        assertEquals(3 + 2 * (reads + 1), sent().size(), "a read is GetFileSettings and ReadData");
    }

    @Test
    void eachLineCountsItsOwnExchanges() {
        Run run = run("--json " + OPEN + "--json " + READ);
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).contains("\"apdus\":5"), run.out() + run.err());
        assertTrue(lines.get(1).contains("\"apdus\":2"), run.out() + run.err());
        assertTrue(lines.get(1).contains("\"authentication\":{\"method\":\"ev2\",\"key\":1}"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "desfire file read 1 --app 123456, 1, 1",
        "desfire file read 1 --auth 1:default, 1, 1",
        "desfire file read 1 --auth 1:aes:00000000000000000000000000000000 --app 123456, 1, 1",
        "desfire key version 0 --auth 0:default, 1, 2",
        "desfire file read 1 --auth 1:default --method aes, 1, 1",
        "desfire app list --auth 0:default, 2, 1",
    })
    void whatIsNamedAgainStaysAndWhatIsOtherIsDone(String line, int selections, int authentications)
            throws IOException {
        Run run = run(OPEN + line);
        assertEquals(0, run.exit(), run.err());
        assertEquals(selections, sent(SELECTION));
        assertEquals(authentications, sent(FIRST_FRAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desfire-ev1", "desfire-ev2", "desfire-ev3"})
    void sessionHoldsOnEachGeneration(String card) throws IOException {
        Run run = run(card, OPEN + "desfire file write 1 00112233\n" + READ);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().endsWith("00112233000000000000000000000000\n"), run.out());
        assertEquals(1, sent(SELECTION));
    }

    @Test
    void askingTheReaderForTheUidEndsNothing() throws IOException {
        Run run = run(OPEN + "apdu FFCA000000\n" + READ);
        assertEquals(0, run.exit(), run.err());
        assertEquals(1, sent(SELECTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "apdu 905A00000356341200", "escape 00"})
    void sessionThatOtherCommandsEndedIsMissedOnce(String other) {
        Run run = run("on-error continue\n" + OPEN + other + "\n" + READ + "desfire file list\n");
        String sentence =
                "line 4: the session with key 1 of application 123456 is gone: other commands were sent to the card";
        assertTrue(run.err().contains(sentence), run.err());
        assertTrue(run.out().contains("file 1"), "the application is selected anew: " + run.out());
    }

    @Test
    void applicationWithoutASessionIsSelectedAnewAfterOtherCommands() throws IOException {
        Run run = run("desfire file list --app 123456\ninfo\ndesfire file list\n");
        assertEquals(0, run.exit(), run.err());
        assertEquals(2, sent("> 905A0000035634120"));
    }

    @Test
    void refusalEndsTheSessionAndTheNextLineIsNotSentInClear() {
        Run run = run("on-error continue\n" + OPEN + "desfire file read 9\n" + READ);
        assertTrue(run.err().contains("line 4: the session with key 1 of application 123456 is gone: "), run.err());
        assertFalse(run.hasStackTrace());
    }

    @Test
    void resetIsKnownToEndEverything() {
        Run run = run(OPEN + "reset\ndesfire app list\n");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().endsWith("123456\n"), run.out());
    }

    @Test
    void eachPassOfALoopBeginsAnew() throws IOException {
        Run run = run(OPEN + "foreach-card --count 1\ndesfire app list\nend\n");
        assertEquals(0, run.exit(), run.err());
        assertEquals(2, sent(SELECTION));
    }

    @Test
    void commandsOfTheCardLevelGoThereByThemselves() {
        Run run = run(OPEN + "desfire app create 654321 --keys 1 --auth 0:default\ndesfire app list\n");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("654321"), run.out());
    }

    @Test
    void changedKeyIsThatOfTheSessionAfterwards() {
        Run run = run(
                OPEN + "desfire key change 1 --old default --new 00112233445566778899AABBCCDDEEFF --auth 0:default -y\n"
                        + READ);
        assertEquals(0, run.exit(), run.err());
    }

    @Test
    void selectionThatFailsLeavesNoSessionBehind() {
        Run run = run("on-error continue\n" + OPEN + "desfire file list --app 999999\n" + READ);
        assertTrue(
                run.err()
                        .contains("line 4: the session with key 1 of application 123456 is gone: "
                                + "the selection of another application failed"),
                run.err());
    }
}
