package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ReaderWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watch}. */
@Command(
        name = "watch",
        description = "Show readers and cards as they come and go, until interrupted.",
        footer = {
            "%nThe command of --exec finds the event in its environment: TAGSMITH_EVENT, _READER, _TYPE, _UID, _ATR.",
            "%nExamples:",
            "  tagsmith watch",
            "  tagsmith watch --json --count 5",
            "  tagsmith watch \\",
            "      --exec 'test $TAGSMITH_EVENT = card-inserted && echo $TAGSMITH_UID'"
        })
public final class WatchCommand implements Callable<Integer> {

    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final long FAREWELL_SECONDS = 2;

    private final CommandContext context;

    @Option(names = "--count", paramLabel = "N", description = "End after that many events.")
    private long count = Long.MAX_VALUE;

    @Option(names = "--exec", paramLabel = "CMD", description = "Run a command of the shell for each event.")
    private @Nullable String exec;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public WatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        CountDownLatch done = new CountDownLatch(1);
        try (ReaderSource source = context.openReaders();
                ReaderWatch watch = source.watch()) {
            Thread interrupted = new Thread(() -> end(watch, done), "end the watch");
            Runtime.getRuntime().addShutdownHook(interrupted);
            show(source, watch);
            forget(interrupted);
            return 0;
        } finally {
            done.countDown();
        }
    }

    private void show(ReaderSource source, ReaderWatch watch) throws NfcException {
        EventCommand command =
                exec == null ? null : new EventCommand(exec, context.terminal().err());
        long shown = 0;
        while (shown < count) {
            Optional<ReaderEvent> event;
            try {
                event = watch.next(FOR_EVER);
            } catch (NfcException e) {
                if (e.kind() == ErrorKind.CANCELLED) {
                    return;
                }
                throw e;
            }
            if (event.isPresent() && source.isMeant(event.get().reader())) {
                EventReport report = EventReport.of(event.get(), source);
                context.output().show(report);
                if (context.terminal().out().checkError()) {
                    return;
                }
                if (command != null) {
                    command.run(report);
                }
                shown++;
            }
        }
    }

    /** On Ctrl-C: the watch lets its context go before the process ends. */
    private void end(ReaderWatch watch, CountDownLatch done) {
        watch.cancel();
        try {
            if (!done.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                context.output().note("The PC/SC service does not let go; leaving all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return;
        }
    }
}
