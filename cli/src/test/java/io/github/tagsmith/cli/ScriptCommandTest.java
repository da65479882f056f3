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

class ScriptCommandTest {

    /** Load the key, authenticate block 4 with it, read it (PC/SC part 3, 3.2.2.1.4 to 3.2.2.1.8): three commands. */
    private static final String READ_ACROSS_LINES = """
            expect 9000 apdu FF82000006FFFFFFFFFFFF
            expect 9000 apdu FF860000050100046000
            expect 9000 apdu FFB0000410
            """;

    @TempDir
    private Path folder;

    private Run run(String script, Object... more) {
        Object[] words = new Object[4 + more.length];
        words[0] = "-r";
        words[1] = "virtual:classic-1k";
        words[2] = "script";
        words[3] = "-";
        System.arraycopy(more, 0, words, 4, more.length);
        return new Program().typing(script).run(words);
    }

    @Test
    void authenticationOutlivesTheLine() {
        Run run = run(READ_ACROSS_LINES);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().endsWith("00000000000000000000000000000000 9000\n"), run.out());
    }

    @Test
    void authenticationDoesNotOutliveAReset() {
        String reset = READ_ACROSS_LINES.replace("expect 9000 apdu FFB0", "reset\nexpect 6982 apdu FFB0");
        assertEquals(0, run(reset).exit());
    }

    @Test
    void aCardThatWasMadeStaysTheSame() {
        Run run = run("""
                classic write 4 000102030405060708090A0B0C0D0E0F
                expect text 000102030405060708090A0B0C0D0E0F classic read 4
                """);
        assertEquals(0, run.exit(), run.err());
    }

    @Test
    void aTraceInJsonLeavesTheOutputOpenForTheNextLine() {
        Path capture = folder.resolve("card.pcapng");
        new Program().run("-r", "virtual:classic-1k", "--trace=" + capture, "apdu", "FFCA000000");
        Run run = new Program()
                .typing("trace decode " + capture + "\nexplain sw 6982\n")
                .run("--json", "script", "-");
        assertEquals(2, run.out().lines().count(), run.out());
    }

    @Test
    void firstFailureEndsItAndIsNamedWithItsLine() {
        Run run = run("# a comment\n\nclassic read 4 --key 000000000001\necho never\n");
        assertEquals(5, run.exit());
        assertTrue(run.err().startsWith("tagsmith: standard input line 3: key A does not open sector 1"), run.err());
        assertFalse(run.out().contains("never"), run.out());
    }

    @Test
    void statusIsThatOfTheFirstFailureEvenIfOthersFollow() {
        Run run = run("""
                on-error continue
                classic read 4 --key 000000000001
                info --nonsense
                echo still here
                """);
        assertEquals(5, run.exit());
        assertEquals("still here\n", run.out());
        assertTrue(run.err().contains("standard input line 3: there is no option --nonsense"), run.err());
    }

    @Test
    void refusalWithoutASentenceIsNamedWithItsLine() {
        Run run = run("apdu FFB0000410");
        assertEquals(1, run.exit());
        assertEquals("tagsmith: standard input line 1: exit status 1\n", run.err());
    }

    @Test
    void expectedFailureIsNone() {
        Run run = run("expect exit 5 classic read 4 --key 000000000001\n");
        assertEquals(0, run.exit());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "expect 9000 apdu FFB0000410, '9000 was expected, the card answered 6982'",
        "expect 9000 atr 3B8F8001804F0CA000000306030001000000006A, the card was asked nothing",
        "expect exit 0 classic read 4 --key 000000000001, 'exit status 0 was expected, it is 5'",
        "expect text 4K info, '\"4K\" was expected'"
    })
    void failedExpectationSaysWhatWasThere(String line, String sentence) {
        Run run = run(line);
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("tagsmith: standard input line 1: "), run.err());
        assertTrue(run.err().contains(sentence), run.err());
    }

    @Test
    void statusWordMayHaveDigitsThatDoNotMatter() {
        assertEquals(0, run("expect 69xx apdu FFB0000410").exit());
        assertEquals(1, run("expect 6axx apdu FFB0000410").exit());
    }

    @Test
    void variablesStandInWordsAndAreNotTakenApart() {
        Run run = run("""
                set text "two words" and $block
                echo "$text" '$text' $$ ${block}th a\\ b \\
                  next # comment
                """, "block=4");
        assertEquals("two words and 4 $text $ 4th a b next\n", run.out(), run.err());
    }

    @Test
    void dataInTheScriptIsTheInputOfItsCommand() {
        Run run = run("""
                set command FFCA000000
                apdu - << DONE
                # scriptor's syntax
                $command
                DONE
                echo after
                """);
        assertEquals("> FFCA000000\n< DEADBEEF 9000\nafter\n", run.out(), run.err());
    }

    @Test
    void blockRunsForEachCard() {
        Run run = run("foreach-card --count 1\n  echo card $n: $uid\n  info\nend\necho done");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith("card 1: DEADBEEF\nreader   virtual:classic-1k"), run.out());
        assertTrue(run.out().endsWith("done\n"), run.out());
    }

    @Test
    void failureInABlockEndsTheScript() {
        Run run = run("foreach-card --count 1\n  apdu FFB0000410\nend\necho never");
        assertEquals(1, run.exit());
        assertFalse(run.out().contains("never"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "echo 'open, \"line 1: the other ' is missing\"",
        "foreach-card, line 1: the end of foreach-card is missing",
        "end, line 1: end without a foreach-card before it",
        "apdu - << X, line 1: the line X that ends the data is missing",
        "echo $ x, line 1: $ without the name of a variable"
    })
    void scriptThatCannotBeUnderstoodRunsNothing(String wrong, String sentence) {
        Run run = new Program().typing(wrong).run("script", "-");
        assertEquals(8, run.exit());
        assertTrue(run.err().contains(sentence.replace("\"", "")), run.err());
    }

    @Test
    void jsonIsALineForEachCommandAndErrorsNameTheirLine() throws IOException {
        Path script = Files.writeString(folder.resolve("a.tags"), "info\nclassic read 4 --key 000000000001\n");
        Run run = new Program().run("--json", "-r", "virtual:classic-1k", "script", script);
        assertEquals(5, run.exit());
        assertEquals(2, run.out().lines().count(), run.out());
        assertTrue(run.out().contains("\"line\":2"), run.out());
    }

    @Test
    void traceIsThatOfTheWholeScript() {
        Path trace = folder.resolve("trace.txt");
        Run run = new Program()
                .typing(READ_ACROSS_LINES)
                .run("-r", "virtual:classic-1k", "--trace=" + trace, "script", "-");
        assertEquals(0, run.exit(), run.err());
        Run again = new Program().typing(READ_ACROSS_LINES).run("-r", "replay:" + trace, "script", "-");
        assertEquals(run.out(), again.out(), again.err());
    }

    @Test
    void scriptThatRunsItselfIsStopped() throws IOException {
        Path script = folder.resolve("loop.tags");
        Files.writeString(script, "script " + script + "\n");
        Run run = new Program().run("script", script);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("is run by a script that it runs itself"), run.err());
    }

    @Test
    void cardInAFileIsSavedAfterEachLine() throws IOException {
        Path image = folder.resolve("card.mfd");
        Run run = new Program()
                .typing("classic write 4 000102030405060708090A0B0C0D0E0F\napdu FFB0000410=6982\n")
                .run("-r", "virtual:classic-1k@" + image, "script", "-");
        assertEquals(1, run.exit(), run.out() + run.err());
        assertEquals(0x0F, Files.readAllBytes(image)[4 * 16 + 15]);
    }
}
