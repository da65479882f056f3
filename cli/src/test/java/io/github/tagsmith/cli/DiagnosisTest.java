package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code --diagnose} and {@code --version -v}. */
class DiagnosisTest {

    private static final String UID = "04DEADBEEF0080";
    private static final String KEY = "00112233445566778899AABBCCDDEEFF";

    private final Program program = new Program()
            .environment("HOME", "/home/somebody")
            .environment("XDG_STATE_HOME", "/home/somebody/state")
            .environment("DOOR_KEY", KEY)
            .environment("TAGSMITH_DIALECT", "acr122u");

    private static Run done(Run run) {
        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.err());
        return run;
    }

    @Test
    void theVersionAloneIsThreeLines() {
        assertEquals(3, done(program.run("--version")).out().lines().count());
        assertEquals(
                done(program.run("-V")).out(),
                done(program.runLine("--version --color never")).out());
    }

    @Test
    void moreIsToldOfTheVersionWhereItIsAskedFor() {
        List<String> lines = done(program.runLine("--version -v")).out().lines().toList();
        assertEquals(program.run("--version").out().lines().toList(), lines.subList(0, 3));
        assertTrue(lines.get(3).startsWith("JVM "), lines.get(3));
        assertTrue(lines.get(4).startsWith("archive "), lines.get(4));
        assertTrue(
                lines.get(5).startsWith("PC/SC no PC/SC library was found; tried /nowhere/libpcsclite.so"),
                lines.get(5));
    }

    @Test
    void aDiagnosisHasWhatMattersAndNoSecrets() {
        String report =
                done(program.runLine("-r virtual:desfire-ev3 --diagnose")).out();
        assertTrue(report.startsWith("tagsmith "), report);
        assertTrue(report.contains("\n  TAGSMITH_DIALECT=acr122u\n"), report);
        assertTrue(report.contains("\n  XDG_STATE_HOME=~/state\n"), report);
        assertTrue(report.contains("problem  library   no PC/SC library was found"), report);
        assertTrue(report.contains("virtual:desfire-ev3: card, dialect acr122u\n    ATR 3B81"), report);
        for (String secret : List.of(KEY, "DOOR_KEY", "somebody", UID)) {
            assertFalse(report.contains(secret), secret + " is in " + report);
        }
    }

    @Test
    void theUidIsToldWhereMoreDetailIsAskedFor() {
        assertTrue(done(program.runLine("-v -r virtual:desfire-ev3 --diagnose"))
                .out()
                .contains("UID " + UID));
    }

    @Test
    void aDiagnosisNeedsNoService() {
        assertTrue(done(program.run("--diagnose")).out().endsWith("readers: none\n"));
    }
}
