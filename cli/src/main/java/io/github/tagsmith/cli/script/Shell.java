package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs what somebody types, a line at a time, until the end of the input or {@code exit}. */
final class Shell {

    static final Set<String> OWN_WORDS = Set.of("exit", "help");

    private static final Set<String> LAST_WORDS = Set.of("exit", "quit");

    private final Call call;
    private final ScriptRun run;
    private final SeenIdentifiers seen;
    private boolean ended;
    private volatile @Nullable RunningLine running;

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
        try (RunningLine line = new RunningLine(call.cards(), call.terminal())) {
            running = line;
            Call inLine = call.in(line.terminal());
            List<Statement> statements = ScriptParser.parse(text, "shell");
            if (word.contains("desfire")) {
                runNoting(inLine, statements);
            } else {
                run.run(inLine, statements);
            }
        } catch (NfcException malformed) {
            run.report(call, malformed);
        }
        running = null;
    }

    private void runNoting(Call inLine, List<Statement> statements) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both =
                new PrintStream(new BothStreams(printed, inLine.terminal().out()), true, StandardCharsets.UTF_8);
        run.run(inLine.in(inLine.terminal().withOut(both)), statements);
        seen.read(printed.toString(StandardCharsets.UTF_8));
    }

    /** On Ctrl-C: stops the line that runs; called by another thread. */
    void stop() {
        RunningLine line = running;
        if (line != null) {
            line.stop();
        }
    }
}
