package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import io.github.tagsmith.core.reader.Deadline;
import io.github.tagsmith.core.reader.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One life of the service as a watch sees it: looks at all readers, and sleeps in SCardGetStatusChange between them.
 *
 * <p>Where the service knows the PnP reader, a reader that comes or goes wakes it up. It looks again by itself after {@link
 * #LONG_SLEEP}, and after {@link #SHORT_SLEEP} where a change would not wake it up: there is no PnP reader, or a card is free
 * (pcsc-lite wakes nobody when somebody connects to a free card).
 */
final class WatchedService implements AutoCloseable {

    private static final Duration LONG_SLEEP = Duration.ofMinutes(1);
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(1);

    /** pcsc-lite takes no more in one call: PCSCLITE_MAX_READERS_CONTEXTS. */
    private static final int MAX_STATES = 16;

    private final NativeContext context;
    private final WaitGate gate;
    private final boolean plugAndPlay;
    private ReaderStates states;
    private boolean freeCard;

    private WatchedService(NativeContext context, WaitGate gate, boolean plugAndPlay) {
        this.context = context;
        this.gate = gate;
        this.plugAndPlay = plugAndPlay;
        this.states = new ReaderStates(context, List.of());
    }

    static WatchedService open(PcscLibrary library, WaitGate gate) throws NfcException {
        NativeContext context = NativeContext.establish(library, gate);
        return new WatchedService(context, gate, knowsPlugAndPlay(context));
    }

    private static boolean knowsPlugAndPlay(NativeContext context) {
        ReaderStates probe = new ReaderStates(context, List.of(ReaderStates.PNP));
        long code = context.waitForChange(0, probe);
        boolean answered = code == PcscCode.SUCCESS.value() || code == PcscCode.E_TIMEOUT.value();
        return answered && !probe.isUnknown(0);
    }

    /** All readers as they are now; SCardListReaders, then SCardGetStatusChange without waiting. */
    List<Observation> look() throws NfcException {
        while (true) {
            List<String> names = new ArrayList<>(ReaderNames.list(context, List.of()));
            boolean empty = names.isEmpty();
            if (plugAndPlay && names.size() < MAX_STATES) {
                names.add(ReaderStates.PNP);
            }
            states = new ReaderStates(context, names);
            long code = empty ? PcscCode.SUCCESS.value() : context.waitForChange(0, states);
            if (code != PcscCode.E_UNKNOWN_READER.value()) {
                context.check(code, "look at the readers", "");
                List<Observation> observations = states.observations();
                freeCard = !empty && observations.stream().anyMatch(WatchedService::isFree);
                return empty ? List.of() : observations;
            }
        }
    }

    private static boolean isFree(Observation observation) {
        return observation.status().cardPresent()
                && !observation.status().inUse()
                && !observation.status().exclusive();
    }

    /** Sleeps until something may have changed. */
    void await(Deadline deadline) throws NfcException, InterruptedException {
        Duration most = plugAndPlay && !freeCard ? LONG_SLEEP : SHORT_SLEEP;
        if (states.count() == 0) {
            gate.sleep(deadline.left(most).toMillis());
            return;
        }
        states.acknowledge();
        long code = context.waitForChange(deadline.left(most).toMillis(), states);
        boolean expected = code == PcscCode.E_TIMEOUT.value()
                || code == PcscCode.E_CANCELLED.value()
                || code == PcscCode.E_UNKNOWN_READER.value();
        if (!expected) {
            context.check(code, "wait for a change of the readers", "");
        }
    }

    /** Ends {@link #await} on another thread. */
    void cancel() {
        context.cancelCall();
    }

    @Override
    public void close() {
        context.close();
    }
}
