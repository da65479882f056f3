package io.github.tagsmith.cli.terminal;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the program is started in.
 *
 * @param in where answers to prompts come from
 * @param out data
 * @param err everything else
 * @param screens which of the three are terminals
 * @param environment the environment variables
 * @param bytes the input as bytes, for what is no text; either this or {@code in} is read, not both
 */
public record Terminal(
        BufferedReader in,
        PrintStream out,
        PrintStream err,
        Screens screens,
        Map<String, String> environment,
        InputStream bytes) {

    /** The system property in which the launcher says which of the descriptors 0, 1 and 2 are terminals; p if 1 is a pipe. */
    private static final String TTY = "tagsmith.tty";

    /**
     * Which of the standard streams are terminals.
     *
     * @param in the input
     * @param out data
     * @param err everything else
     * @param piped whether data goes to another program, which may use the terminal as well
     */
    public record Screens(boolean in, boolean out, boolean err, boolean piped) {

        /**
         * As the launcher names them.
         *
         * @param descriptors those of 0, 1 and 2 that are terminals; p if 1 is a pipe
         * @return the same
         */
        public static Screens named(String descriptors) {
            return new Screens(
                    descriptors.contains("0"),
                    descriptors.contains("1"),
                    descriptors.contains("2"),
                    descriptors.contains("p"));
        }
    }

    /**
     * A terminal whose data goes elsewhere.
     *
     * @param in where answers to prompts come from
     * @param out data
     * @param err everything else
     * @param interactive whether somebody can answer a prompt
     * @param environment the environment variables
     */
    public Terminal(
            BufferedReader in, PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {
        this(
                in,
                out,
                err,
                new Screens(interactive, false, interactive, false),
                environment,
                InputStream.nullInputStream());
    }

    /**
     * The process's own.
     *
     * @return standard streams and environment
     */
    public static Terminal system() {
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                StandardOutput.ofProcess(),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Screens.named(System.getProperty(TTY, "")),
                System.getenv(),
                System.in);
    }

    /**
     * Whether somebody can answer a prompt.
     *
     * @return true if input and error output are a terminal
     */
    public boolean interactive() {
        return screens.in() && screens.err();
    }

    /**
     * The same terminal with another output for data.
     *
     * @param other where data goes
     * @return the terminal
     */
    public Terminal withOut(PrintStream other) {
        return new Terminal(in, other, err, screens, environment, bytes);
    }

    /**
     * The same terminal with another output for everything but data.
     *
     * @param other where that goes
     * @return the terminal
     */
    public Terminal withErr(PrintStream other) {
        return new Terminal(in, out, other, screens, environment, bytes);
    }

    /**
     * The same terminal with another input.
     *
     * @param other where answers to prompts come from
     * @return the terminal
     */
    public Terminal withIn(BufferedReader other) {
        return new Terminal(other, out, err, screens, environment, bytes);
    }

    /**
     * The same terminal where a text is the input and nobody can be asked.
     *
     * @param input the text
     * @return the terminal
     */
    public Terminal fedWith(String input) {
        return new Terminal(
                new BufferedReader(new StringReader(input)),
                out,
                err,
                new Screens(false, screens.out(), screens.err(), screens.piped()),
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Asks a yes-or-no question.
     *
     * @param question without the choices
     * @return whether the answer was yes; false where nobody can answer
     */
    public boolean confirm(String question) {
        String answer = ask(question + " [y/N] ");
        return answer != null && (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"));
    }

    /**
     * Waits until somebody has done something.
     *
     * @param request what is to be done
     * @return whether Enter was pressed; false where nobody can
     */
    public boolean enter(String request) {
        return ask(request) != null;
    }

    /**
     * Asks for a certain text to be typed, where a yes is too easily given.
     *
     * @param prompt what is asked for
     * @param expected the text; case does not count
     * @return whether it was typed; false where nobody can answer
     */
    public boolean typed(String prompt, String expected) {
        String answer = ask(prompt + " ");
        return answer != null && answer.strip().equalsIgnoreCase(expected);
    }

    private @Nullable String ask(String prompt) {
        if (!interactive()) {
            return null;
        }
        if (in instanceof Prompts prompts) {
            return prompts.ask(prompt);
        }
        err.print(prompt);
        err.flush();
        try {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Asks for something that must not be seen: without echo on a terminal, else the first line of the input.
     *
     * @param prompt what is asked for
     * @return what was typed; empty at the end of the input
     * @throws NfcException {@code FILE} if the input cannot be read
     */
    @SuppressWarnings("SystemConsoleNull") // asked only where the launcher found a terminal
    public String askSecret(String prompt) throws NfcException {
        if (in instanceof Prompts prompts) {
            String line = prompts.askSecret(prompt);
            return line == null ? "" : line.strip();
        }
        Console console = interactive() ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "standard input cannot be read").withCause(e);
        }
    }

    /**
     * Reads the input to its end.
     *
     * @return all of it, its lines separated by line feeds
     */
    public String readAll() {
        return in.lines().collect(Collectors.joining("\n"));
    }
}
