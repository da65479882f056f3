package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.ShareMode;
import org.jspecify.annotations.Nullable;

/** Who uses a virtual reader: any number of shared connections, or one that has it alone; one transaction at a time. */
final class Sharing {

    private int shared;
    private boolean exclusive;
    private @Nullable Object transaction;

    /** Counts the resets, so that a connection notices that another one has reset the card. */
    private int resets;

    synchronized boolean inUse() {
        return shared > 0 || exclusive;
    }

    synchronized boolean exclusive() {
        return exclusive;
    }

    synchronized void enter(ShareMode mode, String readerName) throws NfcException {
        boolean alone = mode != ShareMode.SHARED;
        if (exclusive || (alone && shared > 0)) {
            throw new NfcException(ErrorKind.READER_BUSY, "another connection holds the card in " + readerName);
        }
        if (alone) {
            exclusive = true;
        } else {
            shared++;
        }
    }

    synchronized void leave(ShareMode mode, Object connection) {
        if (mode == ShareMode.SHARED) {
            shared--;
        } else {
            exclusive = false;
        }
        endTransaction(connection);
    }

    /** Waits until no other connection has a transaction, then takes it. */
    synchronized void beginTransaction(Object connection) throws InterruptedException {
        while (transaction != null && transaction != connection) {
            wait();
        }
        transaction = connection;
    }

    synchronized void endTransaction(Object connection) {
        if (transaction == connection) {
            transaction = null;
            notifyAll();
        }
    }

    /** Whether another connection has a transaction, in which case this one is refused. */
    synchronized boolean isLockedFor(Object connection) {
        return transaction != null && transaction != connection;
    }

    synchronized int resets() {
        return resets;
    }

    synchronized void countReset() {
        resets++;
    }
}
