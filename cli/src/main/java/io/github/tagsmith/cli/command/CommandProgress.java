package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.terminal.Terminal;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The progress line of a command, one at a time. To run it is to take the line away, before something else is said. */
final class CommandProgress implements Runnable {

    /** A class of its own: the first lambda of a program takes as long as a fifth of the JVM's start. */
    private static final class NanoClock implements LongSupplier {

        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }

    private final GlobalOptions options;
    private final Terminal terminal;
    private @Nullable ProgressLine line;

    CommandProgress(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    ProgressLine begin(String what, boolean visible) {
        boolean shown = visible && !options.quiet && !options.json;
        ProgressLine begun =
                new ProgressLine(shown ? Optional.of(terminal.err()) : Optional.empty(), what, new NanoClock());
        line = begun;
        return begun;
    }

    @Override
    public void run() {
        if (line != null) {
            line.clear();
        }
    }
}
