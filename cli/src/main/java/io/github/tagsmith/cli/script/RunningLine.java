package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A line of the shell while it runs. Ctrl-C asks the command to end in good order, where it can; where it cannot, or when it is
 * pressed once more, nothing more goes to the card and nothing more is printed.
 */
final class RunningLine implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final KeptCards cards;
    private final Terminal terminal;
    private boolean asked;
    private boolean ended;
    private volatile boolean stopped;

    RunningLine(KeptCards cards, Terminal terminal) {
        this.cards = cards;
        this.terminal = terminal;
    }

    /** What the line runs in: nothing is printed there once it is stopped. */
    Terminal terminal() {
        return terminal.withOut(untilStopped(terminal.out())).withErr(untilStopped(terminal.err()));
    }

    private PrintStream untilStopped(PrintStream stream) {
        OutputStream guarded = new StoppableStream(stream, () -> stopped);
        return new PrintStream(guarded, true, StandardCharsets.UTF_8);
    }

    /** On Ctrl-C; called by another thread. */
    synchronized void stop() {
        if (ended || stopped) {
            return;
        }
        boolean obeys = Interrupt.request() && !asked;
        asked = true;
        terminal.err().println();
        cards.cancel();
        if (!obeys) {
            stopped = true;
            cards.stop();
            thread.interrupt();
            terminal.err().println("tagsmith: interrupted");
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        if (stopped) {
            cards.goOn();
            Thread.interrupted();
        }
    }
}
