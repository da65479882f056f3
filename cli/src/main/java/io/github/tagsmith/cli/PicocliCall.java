package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.script.Place;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

/** A call of any form, understood by picocli. */
final class PicocliCall {

    private PicocliCall() {}

    /**
     * Runs a command line.
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
        CommandLine line = CommandModel.of(context, tagsmith, arguments);
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
            CallEnd.nameUnexplained(terminal, place, status);
        }
        return CallEnd.status(context, status);
    }

    /** A command line that could not be understood may still have asked for JSON. */
    private static ErrorFunnel funnel(
            Terminal terminal, GlobalOptions options, Optional<Place> place, String... arguments) {
        boolean json = options.json() || List.of(arguments).contains("--json");
        return new ErrorFunnel(terminal, json, options.verbose(), place);
    }
}
