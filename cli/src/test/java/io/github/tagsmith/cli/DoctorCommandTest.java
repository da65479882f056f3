package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a PC/SC library; what files tell is in SystemCheckTest, a living service in EmptyReaderIT. */
class DoctorCommandTest {

    private static final String INDENT = " ".repeat(19);

    private final Program program = new Program();

    @Test
    void aMissingLibraryIsAProblemWithAdvice() {
        Run run = program.run("doctor");
        assertEquals(3, run.exit());
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("problem  library   no PC/SC library was found; tried /nowhere/libpcsclite.so", lines.get(0));
        assertTrue(lines.get(1).startsWith(INDENT + "-> "), run.out());
        String joined = run.out().replaceAll("\\n *", " ");
        assertTrue(joined.contains("name it in TAGSMITH_PCSC_LIBRARY."), joined);
        assertFalse(run.out().contains("service "), "nobody can tell without a library: " + run.out());
        lines.forEach(
                line -> assertTrue(line.matches("(ok     |note   |problem)  [a-z]+ +\\S.*|" + INDENT + "\\S.*"), line));
        lines.forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void jsonIsOneObjectWithAllFindings() {
        Run run = program.run("--json", "doctor");
        assertEquals(3, run.exit());
        assertEquals(1, run.out().lines().count());
        assertTrue(
                run.out()
                        .contains("\"command\":\"doctor\",\"findings\":[{\"check\":\"library\",\"state\":\"problem\","
                                + "\"message\":\"no PC/SC library was found; tried /nowhere/libpcsclite.so\","
                                + "\"advice\":\""),
                run.out());
        assertFalse(run.hasStackTrace());
    }

    @Test
    void doctorTakesNoArguments() {
        Run run = program.run("doctor", "who");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("who"), run.err());
        assertFalse(run.hasStackTrace());
    }
}
