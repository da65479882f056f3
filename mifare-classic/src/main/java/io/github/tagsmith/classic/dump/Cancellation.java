package io.github.tagsmith.classic.dump;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/** Calls a dump off from another thread. The exchange that is under way is finished; no other one follows. */
public final class Cancellation {

    private volatile boolean cancelled;

    /** Nothing is called off yet. */
    public Cancellation() {}

    /** Calls it off. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * To be asked before each exchange.
     *
     * @throws NfcException {@code CANCELLED} if it was called off
     */
    void check() throws NfcException {
        if (cancelled) {
            throw new NfcException(ErrorKind.CANCELLED, "the dump was interrupted");
        }
    }
}
