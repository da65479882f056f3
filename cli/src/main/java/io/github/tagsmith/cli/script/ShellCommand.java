package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.cli.input.SoftwareCards;
import io.github.tagsmith.cli.input.StateFolder;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code shell}. */
@Command(
        name = "shell",
        description = {
            "Type commands on one connection: what one has selected on the card stays selected for the next one.",
            "Tab completes, the arrows bring back earlier lines (none that may hold a key is kept), Ctrl-C stops a"
                    + " command, Ctrl-D or exit leaves. The language is that of `script`. From a pipe, lines run as they"
                    + " come."
        },
        footer = {
            "%nExamples:",
            "  tagsmith shell",
            "  tagsmith -r virtual:desfire-ev3 shell",
            "  tagsmith -r virtual:classic-1k --trace shell"
        })
public final class ShellCommand implements Callable<Integer> {

    private static final String HISTORY = "shell-history";

    private final CommandContext context;
    private final LineRunner runner;
    private final Supplier<CommandLine> model;

    /**
     * The command.
     *
     * @param context what it works with
     * @param runner runs the lines
     * @param model all commands, for completion
     */
    public ShellCommand(CommandContext context, LineRunner runner, Supplier<CommandLine> model) {
        this.context = context;
        this.runner = runner;
        this.model = model;
    }

    @Override
    public Integer call() throws NfcException {
        if (context.depth() > 0) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "a shell cannot be opened in a script or a shell");
        }
        if (context.terminal().interactive()) {
            try (org.jline.terminal.Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(true).build()) {
                return typed(terminal);
            } catch (IOException e) {
                throw new NfcException(ErrorKind.FILE, "the terminal cannot be used: " + e.getMessage()).withCause(e);
            }
        }
        Variables variables = new Variables();
        ScriptRun run = new ScriptRun(runner, variables, true);
        try (KeptCards cards = new KeptCards()) {
            new Shell(call(cards), run, new SeenIdentifiers())
                    .run(new PipedLines(context.terminal().in()));
        }
        return run.status();
    }

    private Call call(KeptCards cards) {
        return new Call(context, cards, context.terminal(), context.ownOptions(), Optional.empty());
    }

    /**
     * Runs what is typed on a terminal.
     *
     * @param terminal the terminal
     * @return the exit status: 0, as errors were seen when they happened
     */
    public int typed(org.jline.terminal.Terminal terminal) {
        Variables variables = new Variables();
        SeenIdentifiers seen = new SeenIdentifiers();
        try (KeptCards cards = new KeptCards()) {
            Map<String, Supplier<? extends Collection<String>>> values =
                    Map.of("SPEC", () -> readers(cards), "AID", seen::applications, "NO", seen::files);
            ShellCompleter completer = new ShellCompleter(model, values, variables::names);
            TypedLines lines = new TypedLines(
                    terminal, completer, new StateFolder(context.terminal().environment()).place(HISTORY));
            Call call = call(cards).in(context.terminal().withIn(new TypedAnswers(terminal)));
            Shell shell = new Shell(call, new ScriptRun(runner, variables, true), seen);
            terminal.handle(Signal.INT, signal -> shell.stop());
            shell.run(lines);
            lines.keep();
        }
        return 0;
    }

    private List<String> readers(KeptCards cards) {
        List<String> specs = new ArrayList<>();
        SoftwareCards.kinds().forEach(kind -> specs.add("virtual:" + kind));
        try (ReaderSource service =
                cards.open(Optional.empty(), context.terminal().environment())) {
            service.list().forEach(reader -> specs.add(reader.name()));
            return specs;
        } catch (NfcException none) {
            return specs;
        }
    }
}
