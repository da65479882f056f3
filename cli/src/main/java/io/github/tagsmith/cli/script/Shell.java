package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.NfcException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Runs what somebody types, a line at a time, until the end of the input or {@code exit}. */
final class Shell {

    static final Set<String> OWN_WORDS = Set.of("exit", "help");

    private static final Set<String> LAST_WORDS = Set.of("exit", "quit");

    private final Call call;
    private final ScriptRun run;
    private final SeenIdentifiers seen;
    private boolean ended;

    /**
     * A shell.
     *
     * @param call what its lines run in
     * @param run runs them
     * @param seen takes note of the applications and files that are printed
     */
    Shell(Call call, ScriptRun run, SeenIdentifiers seen) {
        this.call = call;
        this.run = run;
        this.seen = seen;
    }

    /** Runs lines until there are none. */
    void run(LineSource lines) {
        while (!ended) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                return;
            }
            runLine(line.get());
        }
    }

    private void runLine(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (LAST_WORDS.contains(word)) {
            ended = true;
            return;
        }
        seen.read(text);
        try {
            List<Statement> statements = ScriptParser.parse(text, "shell");
            if (word.contains("desfire")) {
                runNoting(statements);
            } else {
                run.run(call, statements);
            }
        } catch (NfcException malformed) {
            run.report(call, malformed);
        }
    }

    private void runNoting(List<Statement> statements) {
        Terminal terminal = call.terminal();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(new BothStreams(printed, terminal.out()), true, StandardCharsets.UTF_8);
        run.run(call.in(terminal.withOut(both)), statements);
        seen.read(printed.toString(StandardCharsets.UTF_8));
    }

    /**
     * On Ctrl-C while a line runs: what can stop in good order does, and waiting for a card ends.
     *
     * @param cards what is open
     */
    static void stop(KeptCards cards) {
        if (!Interrupt.request()) {
            cards.cancel();
        }
    }
}
