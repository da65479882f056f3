package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ReaderWatch;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        try (ReaderSource source = context.openReaders()) {
            ReaderWatch watch = source.watch();
            try (Interrupt interrupt = Interrupt.ofEndlessWork(watch::cancel);
                    watch) {
                Objects.requireNonNull(interrupt);
                show(source, watch);
            }
            return 0;
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
}
