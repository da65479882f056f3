package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.ShareMode;
import org.jspecify.annotations.Nullable;

/** Who uses a virtual reader: any number of shared connections, or one that has it alone; one transaction at a time. */
final class Sharing {

    private final ChangeSignal changes;
    private int shared;
    private boolean exclusive;
    private @Nullable Object transaction;
    private int depth;

    /** Counts the resets, so that a connection notices that another one has reset the card. */
    private int resets;

    Sharing(ChangeSignal changes) {
        this.changes = changes;
    }

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
        changes.raise();
    }

    /** A connection goes on in another mode. */
    synchronized void change(ShareMode from, ShareMode to, String readerName) throws NfcException {
        boolean othersThere = from == ShareMode.SHARED && shared > 1;
        if (to != ShareMode.SHARED && othersThere) {
            throw new NfcException(ErrorKind.READER_BUSY, "another connection holds the card in " + readerName);
        }
        count(from, -1);
        count(to, 1);
        changes.raise();
    }

    private void count(ShareMode mode, int difference) {
        if (mode == ShareMode.SHARED) {
            shared += difference;
        } else {
            exclusive = difference > 0;
        }
    }

    synchronized void leave(ShareMode mode, Object connection) {
        count(mode, -1);
        if (transaction == connection) {
            depth = 1;
            endTransaction(connection);
        }
        changes.raise();
    }

    /** Waits until no other connection has a transaction, then takes it; one that has it already takes it once more. */
    synchronized void beginTransaction(Object connection) throws InterruptedException {
        awaitTurn(connection);
        transaction = connection;
        depth++;
    }

    /** Waits until no other connection has a transaction, as PC/SC does with every call on the card. */
    synchronized void awaitTurn(Object connection) throws InterruptedException {
        while (transaction != null && transaction != connection) {
            wait();
        }
    }

    /** Gives it back; others have their turn when this was done as often as it was taken. */
    synchronized void endTransaction(Object connection) {
        if (transaction == connection && --depth == 0) {
            transaction = null;
            notifyAll();
        }
    }

    synchronized int resets() {
        return resets;
    }

    synchronized void countReset() {
        resets++;
    }
}
