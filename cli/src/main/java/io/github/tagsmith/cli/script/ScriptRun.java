package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines of a script as they run: variables, what happens on errors, and the first status that was not 0. */
final class ScriptRun {

    /** Words that begin a line of the language itself. */
    static final Set<String> OWN_WORDS = Set.of("set", "expect", "echo", "on-error", Statement.FOREACH_CARD);

    private static final String PROGRAM = "tagsmith";

    private final LineRunner runner;
    private final Variables variables;
    private final boolean typed;
    private boolean stopsOnError;
    private int firstFailure;

    /**
     * A run.
     *
     * @param runner runs the commands
     * @param variables what is set already
     * @param typed whether somebody types the lines; then an error ends nothing
     */
    ScriptRun(LineRunner runner, Variables variables, boolean typed) {
        this.runner = runner;
        this.variables = variables;
        this.typed = typed;
        this.stopsOnError = !typed;
    }

    /** The exit status of the whole: that of the first line that failed. */
    int status() {
        return firstFailure;
    }

    /**
     * Runs lines.
     *
     * @param call what they run in
     * @param lines the lines
     * @return false if the script ends here
     */
    boolean run(Call call, List<Statement> lines) {
        for (Statement line : lines) {
            Call here = call.at(typed ? Optional.empty() : Optional.of(line.place()));
            int status = run(here, line);
            if (status != 0 && firstFailure == 0) {
                firstFailure = status;
            }
            if ((status != 0 && stopsOnError) || Interrupt.isUnderWay()) {
                return false;
            }
        }
        return true;
    }

    private int run(Call call, Statement line) {
        try {
            List<String> words = new ArrayList<>();
            for (Word word : line.words()) {
                words.add(word.value(variables));
            }
            if (line.opensBlock()) {
                boolean goesOn = new CardLoop(call, words, variables).run(inner -> run(inner, line.body()));
                return goesOn ? ExitCode.OK.status() : firstFailure;
            }
            Call fed = line.data().isEmpty()
                    ? call
                    : call.in(call.terminal().fedWith(line.data().get().text(variables)));
            return perform(fed, words);
        } catch (NfcException e) {
            return runner.report(call, e);
        }
    }

    private int perform(Call call, List<String> words) throws NfcException {
        List<String> rest = words.subList(1, words.size());
        if (words.get(0).equals(PROGRAM) && !rest.isEmpty()) {
            return perform(call, rest);
        }
        return switch (words.get(0)) {
            case "set" -> set(rest);
            case "echo" -> echo(call, rest);
            case "on-error" -> onError(rest);
            case "expect" -> expect(call, Expectation.of(rest));
            case "help" -> runner.run(call, help(rest));
            default -> runner.run(call, words);
        };
    }

    private static List<String> help(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add("--help");
        return words;
    }

    int report(Call call, NfcException error) {
        return runner.report(call, error);
    }

    private int set(List<String> words) throws NfcException {
        if (words.isEmpty()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "set what?").withHint("set NAME VALUE");
        }
        variables.set(words.get(0), String.join(" ", words.subList(1, words.size())));
        return 0;
    }

    private static int echo(Call call, List<String> words) {
        boolean silent = call.options().json();
        (silent ? call.terminal().err() : call.terminal().out()).println(String.join(" ", words));
        return 0;
    }

    private int onError(List<String> words) throws NfcException {
        String wanted = String.join(" ", words);
        if (!wanted.equals("stop") && !wanted.equals("continue")) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "on-error is followed by stop or continue");
        }
        stopsOnError = wanted.equals("stop") && !typed;
        return 0;
    }

    /** What the command says of an error is shown only if it is not the expected one. */
    private int expect(Call call, Expectation expectation) throws NfcException {
        call.cards().forgetStatus();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Terminal terminal = call.terminal();
        Terminal watched = terminal.withOut(
                        new PrintStream(new BothStreams(printed, terminal.out()), true, StandardCharsets.UTF_8))
                .withErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int exit = perform(call.in(watched).at(Optional.empty()), expectation.command());
        try {
            expectation.check(
                    new Expectation.Outcome(exit, call.cards().lastStatus(), printed.toString(StandardCharsets.UTF_8)));
            return ExitCode.OK.status();
        } catch (NfcException other) {
            terminal.err().print(said.toString(StandardCharsets.UTF_8));
            throw other;
        }
    }
}
