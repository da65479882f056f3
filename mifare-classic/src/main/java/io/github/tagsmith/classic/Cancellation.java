package io.github.tagsmith.classic;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/** Calls work with a card off from another thread. The exchange that is under way is finished; no other one follows. */
public final class Cancellation {

    private volatile boolean cancelled;

    /** Nothing is called off yet. */
    public Cancellation() {}

    /** Calls it off. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * To be asked before each exchange, or before each step that must not be left half done.
     *
     * @throws NfcException {@code CANCELLED} if it was called off
     */
    public void check() throws NfcException {
        if (cancelled) {
            throw new NfcException(ErrorKind.CANCELLED, "interrupted before the end");
        }
    }
}
