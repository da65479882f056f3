package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code reset}, {@code control}, {@code escape}: what goes to the reader and its driver. */
class DriverCommandsTest {

    private static final String ATR = "3B8F8001804F0CA000000306030001000000006A";
    private static final String ACR122U = "ACS ACR122U PICC Interface (virtual:classic-1k)";

    private final Program program = new Program();

    private Run on(String reader, String line) {
        Run run = program.runLine("-r " + reader + " " + line);
        assertFalse(run.hasStackTrace(), run.err());
        return run;
    }

    private Run plain(String line) {
        return on("virtual:classic-1k", line);
    }

    private Run acr122u(String line) {
        return on("virtual:classic-1k,dialect=acr122u", line);
    }

    @ParameterizedTest
    @CsvSource({"reset, warm", "reset --cold, cold"})
    void aResetShowsTheNewAtr(String line, String kind) {
        Run run = plain(line);
        assertEquals(0, run.exit(), run.err());
        assertEquals(
                kind + " reset of the card in virtual:classic-1k\nATR " + ATR + ", protocol t1\n",
                run.out().replace("\r", ""));
        Run json = plain("--json " + line);
        assertEquals(0, json.exit());
        assertTrue(
                json.out()
                        .contains("\"command\":\"reset\",\"reader\":\"virtual:classic-1k\",\"reset\":\"" + kind
                                + "\",\"atr\":\"" + ATR + "\",\"protocol\":\"t1\"}"),
                json.out());
        assertEquals(1, json.out().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3400", "0xD48", "0x42000D48"})
    void aControlCodeIsComputedOrGiven(String code) {
        Run run = plain("control " + code);
        assertEquals(0, run.exit(), run.err());
        assertEquals("> 42000D48\n< 120442330012\n", run.out().replace("\r", ""));
        Run json = plain("--json control " + code);
        assertTrue(
                json.out()
                        .contains("\"command\":\"control\",\"reader\":\"virtual:classic-1k\",\"code\":\"42000D48\","
                                + "\"input\":\"\",\"answer\":\"120442330012\"}"),
                json.out());
    }

    @Test
    void controlGivesTheDriverItsBytes() {
        Run run = acr122u("control 1 FF00 48 0000");
        assertEquals(0, run.exit(), run.err());
        assertEquals(
                "> 42000001 FF00480000\n< 41435231323255323037\n", run.out().replace("\r", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "control 0x42330013, 1, knows no control code 42330013",
        "control EE, 2, no control code of 32 bits",
        "control 0x100000000, 2, no control code of 32 bits",
        "control 3400 0, 2, ''",
        "control 3400 xy, 2, ''",
        "control, 2, CODE",
        "escape, 2, HEX",
        "escape FF0, 2, ''",
        "escape FF00480000, 1, does not know the escape command FF00480000",
        "reset --hot, 2, --hot",
    })
    void errorsAreOneSentenceAndAStatus(String line, int status, String part) {
        Run run = plain(line);
        assertEquals(status, run.exit(), run.out() + run.err());
        assertTrue(run.err().startsWith("tagsmith: "), run.err());
        assertTrue(run.err().contains(part), run.err());
        assertEquals("", run.out());
        Run json = plain("--json " + line);
        assertEquals(status, json.exit());
        assertTrue(json.out().contains("\"error\":{\"kind\":\""), json.out());
        assertEquals("", json.err());
    }

    @Test
    void anEscapeIsAnsweredByTheReader() {
        Run run = acr122u("escape FF 00 48 00 00");
        assertEquals(0, run.exit(), run.err());
        assertEquals(
                "> 42000001 FF00480000\n< 41435231323255323037\n", run.out().replace("\r", ""));
        Run json = acr122u("--json escape FF00480000");
        assertTrue(
                json.out()
                        .contains("\"command\":\"escape\",\"reader\":\"" + ACR122U + "\",\"code\":\"42000001\","
                                + "\"input\":\"FF00480000\",\"answer\":\"41435231323255323037\"}"),
                json.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "control 3400", "escape 00", "reader info", "reader probe", "reader led red"})
    void withoutALibraryTheStatusIsThatOfAMissingReader(String line) {
        Run run = program.runLine(line);
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("tried /nowhere/libpcsclite.so"), run.err());
        assertFalse(run.hasStackTrace());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch",
                "reset",
                "control",
                "escape",
                "doctor",
                "reader info",
                "reader probe",
                "reader led",
                "reader buzzer",
                "reader set"
            })
    void helpHasAnExampleAndFitsIntoEightyColumns(String command) {
        Run run = program.runLine(command + " --help");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("Example"), run.out());
        assertTrue(run.out().contains("  tagsmith "), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
}
