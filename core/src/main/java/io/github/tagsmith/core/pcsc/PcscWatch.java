package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import io.github.tagsmith.core.reader.Deadline;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ReaderHistory;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.ThreadConfinement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events of the PC/SC service, from a context of their own, which is established anew when the service comes back. The calls
 * are those of {@link WatchedService}, the comparison is {@link ReaderHistory}'s.
 */
final class PcscWatch implements ReaderWatch {

    private static final Duration SERVICE_RETRY = Duration.ofMillis(200);

    private static final Set<PcscCode> SERVICE_GONE = Set.of(
            PcscCode.E_NO_SERVICE,
            PcscCode.E_SERVICE_STOPPED,
            PcscCode.F_COMM_ERROR,
            PcscCode.F_INTERNAL_ERROR,
            PcscCode.E_INVALID_HANDLE,
            PcscCode.E_SYSTEM_CANCELLED);

    private final PcscLibrary library;
    private final WaitGate gate;
    private final ReaderHistory history = new ReaderHistory();
    private final Queue<ReaderEvent> pending = new ArrayDeque<>();
    private final ThreadConfinement confinement = new ThreadConfinement("this watch");
    private volatile @Nullable WatchedService service;

    private PcscWatch(PcscLibrary library, WaitGate gate, WatchedService service) {
        this.library = library;
        this.gate = gate;
        this.service = service;
    }

    static PcscWatch open(PcscLibrary library) throws NfcException {
        WaitGate gate = new WaitGate();
        gate.begin();
        return new PcscWatch(library, gate, WatchedService.open(library, gate));
    }

    @Override
    public Optional<ReaderEvent> next(Duration timeout) throws NfcException {
        confinement.enter();
        try {
            Deadline deadline = Deadline.in(timeout);
            while (true) {
                requireNotCancelled();
                if (pending.isEmpty()) {
                    look();
                }
                if (!pending.isEmpty() || deadline.isPast()) {
                    return Optional.ofNullable(pending.poll());
                }
                await(deadline);
            }
        } finally {
            confinement.exit();
        }
    }

    private void requireNotCancelled() throws NfcException {
        if (gate.isCancelled()) {
            throw new NfcException(ErrorKind.CANCELLED, "the watch was cancelled");
        }
    }

    private void look() throws NfcException {
        try {
            WatchedService present = service;
            if (present == null) {
                present = WatchedService.open(library, gate);
                service = present;
                pending.add(history.serviceBack());
            }
            pending.addAll(history.update(present.look()));
        } catch (NfcException e) {
            endureLoss(e);
        }
    }

    private void await(Deadline deadline) throws NfcException {
        WatchedService present = service;
        try {
            if (present == null) {
                gate.sleep(deadline.left(SERVICE_RETRY).toMillis());
            } else {
                present.await(deadline);
            }
        } catch (NfcException e) {
            endureLoss(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NfcException(ErrorKind.CANCELLED, "the watch was interrupted").withCause(e);
        }
    }

    /** A service that is gone is an event; anything else is an error. */
    private void endureLoss(NfcException error) throws NfcException {
        boolean gone = error.code().isPresent()
                && PcscCode.of(error.code().getAsLong())
                        .filter(SERVICE_GONE::contains)
                        .isPresent();
        if (!gone) {
            throw error;
        }
        WatchedService lost = service;
        if (lost != null) {
            lost.close();
            service = null;
            pending.addAll(history.serviceLost());
        }
    }

    @Override
    public void cancel() {
        gate.cancel(() -> {
            WatchedService present = service;
            if (present != null) {
                present.cancel();
            }
        });
    }

    @Override
    public void close() {
        confinement.enter();
        try {
            WatchedService present = service;
            if (present != null) {
                present.close();
                service = null;
            }
        } finally {
            confinement.exit();
        }
    }
}
