package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Deadline;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A reader of the PC/SC service. */
final class PcscReader implements Reader {

    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final NativeContext context;
    private final String name;

    PcscReader(NativeContext context, String name) {
        this.context = context;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** Its present state; SCardGetStatusChange without waiting. */
    @Override
    public ReaderStatus status() throws NfcException {
        return waitForCard(Duration.ZERO);
    }

    /** Waits by SCardGetStatusChange, from the present state on. */
    @Override
    public ReaderStatus waitForCard(Duration timeout) throws NfcException {
        context.confinement().enter();
        context.gate().begin();
        try {
            Deadline deadline = Deadline.in(timeout);
            ReaderStates states = new ReaderStates(context, List.of(name));
            ReaderStatus status = look(states, Duration.ZERO);
            while (!status.cardPresent() && !deadline.isPast()) {
                states.acknowledge();
                status = look(states, deadline.left(LONGEST_CALL));
            }
            return status;
        } finally {
            context.gate().end();
            context.confinement().exit();
        }
    }

    private ReaderStatus look(ReaderStates states, Duration timeout) throws NfcException {
        long code = context.waitForChange(timeout.toMillis(), states);
        if (code != PcscCode.E_TIMEOUT.value()) {
            context.check(code, "ask for the state of ", name);
        }
        if (states.isUnknown(0)) {
            throw new NfcException(ErrorKind.NO_READER, "reader " + name + " is gone");
        }
        return states.observation(0).status();
    }

    /** Connects; SCardConnect. */
    @Override
    public Card connect(ShareMode mode, Set<Protocol> protocols) throws NfcException {
        return PcscCard.connect(context, name, mode, protocols);
    }
}
