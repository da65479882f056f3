package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JShellCommandTest {

    @TempDir
    private Path folder;

    private static Run run(String reader, String snippets) {
        return new Program().typing(snippets).run("-r", reader, "jshell", "-");
    }

    @Test
    void valuesOfExpressionsArePrinted() {
        Run run = run("virtual:desfire-ev2", """
            reader.name()

            var answer = card.transmit(hex("FFCA000000"));
            answer.length(); answer
            int twice(int number) {
                return 2 * number;
            }
            twice(21)
            DesfireChannel.over(card).send(new GetApplicationIds())
            answer = Bytes.EMPTY
            """);
        assertEquals("", run.err());
        assertEquals("\"virtual:desfire-ev2\"\n9\n04DEADBEEF00809000\n42\n[]\n", run.out());
        assertEquals(0, run.exit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | nothing(1) | line 2: cannot find symbol",
                "8 | int ( | line 2: ",
                "1 | card.transmit(hex(\"0\")) | line 2: HexFormatException: ",
                "1 | DesfireChannel.over(card).send(new GetFileIds()) | line 2: NfcException: GetFileIDs was refused"
                        + " with ",
            })
    void firstFailureIsTheLast(int status, String snippet, String sentence) {
        Run run = run("virtual:desfire-ev2", "1 + 1\n" + snippet + "\n2 + 2\n");
        assertEquals(status, run.exit(), run.err());
        assertTrue(run.err().startsWith("tagsmith: standard input " + sentence), run.err());
        assertEquals("2\n", run.out());
        assertFalse(run.hasStackTrace());
    }

    /** What goes to the card is traced, and the trace answers the same snippets. */
    @Test
    void cardMayBeARecord() throws IOException {
        Path trace = folder.resolve("trace.txt");
        Path snippets = Files.writeString(folder.resolve("select.jsh"), """
            card.transmit(hex("00A404000AA00000006203010C0601"))
            card.transmit(hex("00000000"))
            """);
        Run run = new Program().run("-r", "virtual:hello", "--trace=" + trace, "jshell", snippets);
        assertEquals("9000\n48656C6C6F20776F726C64219000\n", run.out(), run.err());
        assertEquals(
                List.of(0, run.out()), exitAndOutput(new Program().run("-r", "replay:" + trace, "jshell", snippets)));
    }

    private static List<Object> exitAndOutput(Run run) {
        return List.of(run.exit(), run.out());
    }

    @Test
    void libraryIsThereWithoutAReader() {
        Run run = new Program()
                .typing("card == null\nnew StatusWord(0x6982).meaning()\n")
                .run("jshell");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith("true\n\""), run.out());
        assertTrue(run.err().startsWith("reader and card are null: no PC/SC library was found"), run.err());
    }

    @Test
    void readerThatIsNamedHasToBeThere() {
        assertEquals(2, run("virtual:nothing", "1\n").exit());
    }

    @Test
    void isNoneOfAScript() {
        Run run = new Program().typing("jshell -\n").run("script", "-");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("jshell cannot be opened in a script or a shell"), run.err());
    }
}
