package io.github.tagsmith.cli;

import io.github.tagsmith.cli.arguments.NotPlainException;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.StandardOutput;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.ErrorKind;
import java.util.Optional;

/** Where the program starts. Nothing of picocli is named here, so that it is loaded for the calls that need it only. */
public final class Main {

    private Main() {}

    /**
     * Runs a command line and ends the process with its exit status.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        Interrupt.exit(run(Terminal.system(), arguments));
    }

    /**
     * Runs a command line.
     *
     * @param terminal what it runs in
     * @param words the command line
     * @return the exit status
     */
    public static int run(Terminal terminal, String... words) {
        return shown(terminal, answered(terminal, words));
    }

    private static int answered(Terminal terminal, String... words) {
        try {
            return PlainCall.of(terminal, words).run();
        } catch (NotPlainException e) {
            GlobalOptions options = new GlobalOptions();
            return PicocliCall.run(new CommandContext(terminal, options), options, Optional.empty(), words);
        }
    }

    /** The status of a command, unless its result was lost. */
    private static int shown(Terminal terminal, int status) {
        terminal.out().flush();
        Optional<String> loss = terminal.out() instanceof StandardOutput data ? data.loss() : Optional.empty();
        if (loss.isEmpty()) {
            return status;
        }
        terminal.err().println("tagsmith: the output could not be written: " + loss.get());
        return status == ExitCode.OK.status() ? ExitCode.of(ErrorKind.FILE).status() : status;
    }
}
