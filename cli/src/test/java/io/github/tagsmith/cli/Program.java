package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;

/** Runs command lines in this process, the way a person or a script would. */
final class Program {

    /** What a run left behind. */
    record Run(int exit, String out, String err) {

        boolean hasStackTrace() {
            return err.contains("\tat ") || out.contains("\tat ");
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private InputStream bytes = InputStream.nullInputStream();
    private boolean interactive;

    /** Makes sure that no test reaches the machine's own PC/SC service by accident. */
    Program() {
        environment.put("TAGSMITH_PCSC_LIBRARY", "/nowhere/libpcsclite.so");
    }

    static Program withPcsc() {
        Program program = new Program();
        program.environment.remove("TAGSMITH_PCSC_LIBRARY");
        return program;
    }

    Program environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Program answering(String typed) {
        input = typed;
        interactive = true;
        return this;
    }

    /** Input that comes from a pipe. */
    Program typing(String typed) {
        input = typed;
        return this;
    }

    /** Input that is no text. */
    Program piping(InputStream piped) {
        bytes = piped;
        return this;
    }

    /** Words between blanks. */
    Run runLine(String line) {
        return run(Collections.list(new StringTokenizer(line)).toArray());
    }

    Run run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(input)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.Screens.named(interactive ? "02" : ""),
                environment,
                bytes);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exit = Main.run(terminal, words);
        Run run = new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        if (List.of(words).contains("--json") && !List.of(words).contains("--help")) {
            PublishedSchemas.hold(List.of(words), run.out());
        }
        return run;
    }

    /** Makes sure that a run ended well and printed something, among other things. */
    static Run done(Run run, String wanted) {
        assertEquals(0, run.exit(), run.err() + run.out());
        assertTrue(run.out().contains(wanted), run.out());
        return run;
    }

    /** Makes sure that a run failed in a certain way and said something, among other things. */
    static Run failed(int exit, Run run, String wanted) {
        assertEquals(exit, run.exit(), run.err() + run.out());
        assertTrue(run.err().contains(wanted), run.err());
        assertFalse(run.hasStackTrace());
        return run;
    }

    static Path sample(String name) {
        try {
            return Path.of(Objects.requireNonNull(Program.class.getResource("/samples/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
