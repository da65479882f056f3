package io.github.tagsmith.cli.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far something is, and how long it will still take once that can be told. */
public final class ProgressLine implements BiConsumer<Integer, Integer> {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String ERASE = "\u001b[K";

    private final Optional<PrintStream> terminal;
    private final String what;
    private final LongSupplier nanoClock;
    private final long start;
    private final Thread farewell = new Thread("progress") {
        @Override
        public void run() {
            leave();
        }
    };
    private boolean open;
    private boolean left;

    ProgressLine(Optional<PrintStream> terminal, String what, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.what = what;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    @Override
    public void accept(Integer done, Integer all) {
        at(done, all, 0, 0);
    }

    /**
     * Says how far it is, where keys are being tried as well: what is left of them tells more of the time.
     *
     * @param done how many are done
     * @param all of how many
     * @param tried how many keys have been tried
     * @param keys of how many; 0 where none are
     */
    public synchronized void at(int done, int all, int tried, int keys) {
        if (done == all) {
            clear();
            return;
        }
        if (terminal.isEmpty() || !opened()) {
            return;
        }
        double part = tried > 0 ? (double) tried / keys : (double) done / all;
        String ofKeys = tried > 0 ? String.format(", keys tried %d/%d", tried, keys) : "";
        terminal.ifPresent(line -> line.print("\r" + what + " " + done + "/" + all + ofKeys + remaining(part) + ERASE));
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (open) {
            erase();
            try {
                Runtime.getRuntime().removeShutdownHook(farewell);
            } catch (IllegalStateException ending) {
                left = true;
            }
        }
    }

    /** Takes the line away for good: the process is ending, by Ctrl-C for instance. */
    synchronized void leave() {
        left = true;
        if (open) {
            erase();
        }
    }

    private boolean opened() {
        if (!open && !left) {
            try {
                Runtime.getRuntime().addShutdownHook(farewell);
                open = true;
            } catch (IllegalStateException ending) {
                left = true;
            }
        }
        return open;
    }

    private void erase() {
        open = false;
        terminal.ifPresent(line -> line.print("\r" + ERASE));
    }

    private String remaining(double part) {
        Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - start);
        if (part <= 0 || elapsed.compareTo(SOON) < 0) {
            return "";
        }
        long seconds = Math.round(elapsed.toSeconds() * (1 - part) / part);
        return seconds < 60 ? ", about " + seconds + " s left" : ", about " + (seconds + 30) / 60 + " min left";
    }
}
