package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code script}. */
@Command(
        name = "script",
        description = {
            "Run commands, one a line, on one connection: what a command has selected on the card stays selected for the next one.",
            "The exit status is that of the first line that failed. Lines of its own: set NAME VALUE, and $NAME anywhere;"
                    + " expect SW|exit N|text WORD COMMAND; on-error stop|continue; foreach-card [--count N] ... end; echo;"
                    + " # comments. COMMAND <<WORD takes the lines up to WORD as standard input."
        },
        footer = {
            "%nExamples:",
            "  tagsmith script check.tags",
            "  tagsmith -r virtual:classic-1k script write.tags block=4",
            "  echo 'expect 9000 apdu FFCA000000' | tagsmith script -"
        })
public final class ScriptCommand implements Callable<Integer> {

    private static final int MAX_SCRIPT = 4 << 20;
    private static final int DEEPEST = 8;
    private static final String STANDARD_INPUT = "-";

    private final CommandContext context;
    private final LineRunner runner;

    @Parameters(index = "0", paramLabel = "FILE", description = "The script, or - for standard input.")
    private String file = STANDARD_INPUT;

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "Variables that are set when it begins.")
    private List<String> settings = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     * @param runner runs the lines
     */
    public ScriptCommand(CommandContext context, LineRunner runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() throws NfcException {
        if (context.depth() > DEEPEST) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, file + " is run by a script that it runs itself");
        }
        boolean piped = file.equals(STANDARD_INPUT);
        String text = piped
                ? context.terminal().readAll()
                : FileContent.read(Path.of(file), MAX_SCRIPT).toText(StandardCharsets.UTF_8);
        List<Statement> lines = ScriptParser.parse(text, piped ? "standard input" : file);
        Terminal terminal = piped ? context.terminal().fedWith("") : context.terminal();
        ScriptRun run = new ScriptRun(runner, variables(), false);
        try (KeptCards cards = new KeptCards()) {
            run.run(new Call(context, cards, terminal, context.ownOptions(), Optional.empty()), lines);
        }
        return run.status();
    }

    private Variables variables() throws NfcException {
        Variables variables = new Variables();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + setting + "\" sets no variable")
                        .withHint("For instance: tagsmith script " + file + " block=4");
            }
            variables.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return variables;
    }
}
