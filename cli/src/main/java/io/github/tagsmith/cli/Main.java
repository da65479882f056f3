package io.github.tagsmith.cli;

import io.github.tagsmith.cli.arguments.NotPlainException;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.script.Place;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.StandardOutput;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Where the program starts. */
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
            return run(new CommandContext(terminal, options), options, Optional.empty(), words);
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

    /**
     * Runs a command line with picocli, whatever it is.
     *
     * @param context what it runs in
     * @param options the context's, to be set
     * @param place where it stands in a script
     * @param words the command line
     * @return the exit status
     */
    static int run(CommandContext context, GlobalOptions options, Optional<Place> place, String... words) {
        // Looked for at every start otherwise, in every jar.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java[.](?:time|sql)[.].*");
        String[] arguments = GlobalOptions.unambiguous(List.of(words)).toArray(String[]::new);
        Terminal terminal = context.terminal();
        Tagsmith tagsmith = new Tagsmith(options);
        CommandLine line = new CommandLine(tagsmith);
        new CommandTree(context).add(line, Commands.top(), arguments);
        configure(line);
        line.setExecutionStrategy(new AboutItself(context, tagsmith));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        AtomicBoolean explained = new AtomicBoolean();
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            explained.set(true);
            context.clearProgress();
            return funnel(terminal, options, place, arguments).report(error).status();
        });
        line.setParameterExceptionHandler((error, rest) -> {
            explained.set(true);
            return funnel(terminal, options, place, arguments).report(error).status();
        });
        if (arguments.length == 0) {
            line.usage(terminal.out());
            return ExitCode.OK.status();
        }
        int status = line.execute(arguments);
        if (!explained.get()) {
            nameUnexplained(terminal, place, status);
        }
        return ended(context, status);
    }

    /** A line of a script that ends with another status than 0 is named, even where its output says everything else. */
    static void nameUnexplained(Terminal terminal, Optional<Place> place, int status) {
        if (status != ExitCode.OK.status()) {
            place.ifPresent(where -> terminal.err().println("tagsmith: " + where + ": exit status " + status));
        }
    }

    /** The status of a command, unless what comes after it fails. */
    static int ended(CommandContext context, int status) {
        try {
            context.close();
            return status;
        } catch (NfcException e) {
            context.terminal().err().println("tagsmith: " + e.getMessage());
            return status == ExitCode.OK.status() ? ExitCode.of(e.kind()).status() : status;
        }
    }

    /**
     * All commands, for what is written about them: help, manual pages, completion. They cannot be run.
     *
     * @return the top command with everything below it
     */
    public static CommandLine model() {
        Terminal nowhere =
                new Terminal(new BufferedReader(Reader.nullReader()), System.out, System.err, false, Map.of());
        Tagsmith tagsmith = new Tagsmith();
        CommandLine line = new CommandLine(tagsmith);
        new CommandTree(new CommandContext(nowhere, tagsmith.options)).addAll(line, Commands.top());
        configure(line);
        return line;
    }

    private static void configure(CommandLine line) {
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setUsageHelpWidth(80);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
    }

    /** A command line that could not be understood may still have asked for JSON. */
    private static ErrorFunnel funnel(
            Terminal terminal, GlobalOptions options, Optional<Place> place, String... arguments) {
        boolean json = options.json() || List.of(arguments).contains("--json");
        return new ErrorFunnel(terminal, json, options.verbose(), place);
    }
}
