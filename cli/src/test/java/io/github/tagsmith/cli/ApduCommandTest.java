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

class ApduCommandTest {

    private static final String SELECT = "00A404000AA00000006203010C0601";

    /** In the syntax of scriptor(1), pcsc-tools. */
    private static final String SCRIPT = """
            # select the applet
            00 A4 04 00 0A \\
              A0 00 00 00 62 03 01 0C 06 01

            00 00 00 00
            RESET
            # nothing is selected any more
            00000000
            """;

    @TempDir
    private Path folder;

    private final Program program = new Program();

    @Test
    void helloWorldOfEveryWrappersAuthor() {
        Run run = program.run("-r", "virtual:hello", "apdu", SELECT + "=9000", "00000000");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("9000  \"Hello world!\""), run.out());
    }

    @Test
    void unexpectedStatusWordEndsTheRunWithOne() {
        Run run = program.run("-r", "virtual:hello", "apdu", "00A4040000=9000", "00000000");
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("6A82"), run.out());
        assertTrue(run.out().contains("expected 9000"), run.out());
        assertFalse(run.out().contains("> 00000000"), run.out());
    }

    @Test
    void refusalWithoutAnExpectationGoesOnAndIsSeenInTheStatus() {
        Run run = program.run("-r", "virtual:hello", "apdu", "00A4040000", SELECT);
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("> " + SELECT), run.out());
    }

    @Test
    void scriptorFilesRun() throws IOException {
        Path file = Files.writeString(folder.resolve("hello.scriptor"), SCRIPT);
        Run run = program.run("-r", "virtual:hello", "apdu", "-f", file);
        assertEquals(1, run.exit(), "the last command is refused, because nothing is selected after a reset");
        assertTrue(run.out().contains("\"Hello world!\""), run.out());
        assertTrue(run.out().contains("> reset\n< ATR 3B85800148656C6C6F"), run.out());
        assertTrue(run.out().stripTrailing().endsWith("6D00  instruction not supported"), run.out());
    }

    @Test
    void standardInputIsAScriptToo() {
        Run run = program.typing(SELECT + "=9000\n").run("--json", "-r", "virtual:hello", "apdu", "-");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("\"sw\":\"9000\",\"meaning\":\"done\",\"expected\":\"9000\""), run.out());
    }

    @Test
    void badScriptIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.scriptor"), "# one\n00A40400\n00A4040\n");
        Run run = program.run("-r", "virtual:hello", "apdu", "-f", file);
        assertEquals(8, run.exit());
        assertTrue(run.err().contains("bad.scriptor line 3"), run.err());
    }

    @Test
    void badExpressionIsWrongUsage() {
        assertEquals(2, program.run("-r", "virtual:hello", "apdu", "00A4040").exit());
        assertEquals(
                2, program.run("-r", "virtual:hello", "apdu", "00A40400=90").exit());
        assertEquals(2, program.run("-r", "virtual:hello", "apdu", "00A4").exit());
        assertEquals(2, program.run("-r", "virtual:hello", "apdu").exit());
        Run wrongLength = program.run("-r", "virtual:hello", "apdu", "00A4040003A000");
        assertEquals(2, wrongLength.exit());
        assertTrue(wrongLength.err().contains("Lc at offset 4 says 3"), wrongLength.err());
        assertEquals(
                1,
                program.run("-r", "virtual:hello", "apdu", "--raw", "00A4040003A000")
                        .exit());
        Run odd = program.run("-r", "virtual:hello", "apdu", "00A4G400");
        assertEquals(2, odd.exit());
        assertTrue(odd.err().contains("position 4"), odd.err());
    }
}
