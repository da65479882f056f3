package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Deadline;
import io.github.tagsmith.core.reader.Observation;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ReaderHistory;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.ThreadConfinement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** Events of virtual readers: sleeps until one of them, or the set of them, signals a change. */
final class VirtualWatch implements ReaderWatch {

    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final Supplier<List<VirtualReader>> readers;
    private final ChangeSignal pluggings;
    private final ReaderHistory history = new ReaderHistory();
    private final Queue<ReaderEvent> pending = new ArrayDeque<>();
    private final ThreadConfinement confinement = new ThreadConfinement("this watch");
    private final Runnable wake = this::wake;
    private List<VirtualReader> watched = List.of();
    private final Object lock = new Object();
    private boolean changed;
    private boolean cancelled;

    VirtualWatch(Supplier<List<VirtualReader>> readers, ChangeSignal pluggings) {
        this.readers = readers;
        this.pluggings = pluggings;
        pluggings.add(wake);
    }

    private void wake() {
        synchronized (lock) {
            changed = true;
            lock.notifyAll();
        }
    }

    @Override
    public Optional<ReaderEvent> next(Duration timeout) throws NfcException {
        confinement.enter();
        try {
            Deadline deadline = Deadline.in(timeout);
            while (true) {
                synchronized (lock) {
                    if (cancelled) {
                        throw new NfcException(ErrorKind.CANCELLED, "the watch was cancelled");
                    }
                    changed = false;
                }
                if (pending.isEmpty()) {
                    pending.addAll(history.update(look()));
                }
                if (!pending.isEmpty() || deadline.isPast()) {
                    return Optional.ofNullable(pending.poll());
                }
                sleep(deadline);
            }
        } finally {
            confinement.exit();
        }
    }

    private List<Observation> look() {
        List<VirtualReader> now = readers.get();
        listenTo(now);
        return now.stream().map(VirtualReader::observe).toList();
    }

    private void listenTo(List<VirtualReader> now) {
        watched.forEach(reader -> reader.changes().remove(wake));
        now.forEach(reader -> reader.changes().add(wake));
        watched = now;
    }

    private void sleep(Deadline deadline) throws NfcException {
        synchronized (lock) {
            try {
                while (!changed && !cancelled && !deadline.isPast()) {
                    lock.wait(Math.max(1, deadline.left(LONGEST_SLEEP).toMillis()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NfcException(ErrorKind.CANCELLED, "the watch was interrupted").withCause(e);
            }
        }
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            cancelled = true;
            lock.notifyAll();
        }
    }

    @Override
    public void close() {
        confinement.enter();
        try {
            pluggings.remove(wake);
            listenTo(List.of());
        } finally {
            confinement.exit();
        }
    }
}
