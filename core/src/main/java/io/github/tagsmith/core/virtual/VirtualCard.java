package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;

/** A connection to the card in a virtual reader; it ends with the card it was made to. */
final class VirtualCard implements Card {

    private final String readerName;
    private final VirtualSlot slot;
    private final Sharing sharing;
    private final ShareMode mode;
    private Bytes atr;
    private int generation;
    private int resets;
    private boolean open = true;

    VirtualCard(String readerName, VirtualSlot slot, Sharing sharing, ShareMode mode) {
        this.readerName = readerName;
        this.slot = slot;
        this.sharing = sharing;
        this.mode = mode;
        this.atr = slot.atr().orElse(Bytes.EMPTY);
        this.generation = slot.generation();
        this.resets = sharing.resets();
    }

    @Override
    public String readerName() {
        return readerName;
    }

    @Override
    public Bytes atr() {
        return atr;
    }

    @Override
    public Protocol protocol() {
        return mode == ShareMode.DIRECT ? Protocol.NONE : Protocol.T1;
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        requireOpen();
        waitForOthers(sharing::awaitTurn);
        requireUsable();
        return slot.transmit(command);
    }

    @Override
    public Transaction beginTransaction() throws NfcException {
        requireUsable();
        waitForOthers(sharing::beginTransaction);
        Guard guard = new Guard();
        try {
            requireUsable();
        } catch (NfcException lostWhileWaiting) {
            guard.close();
            throw lostWhileWaiting;
        }
        return guard;
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        requireOpen();
        waitForOthers(sharing::awaitTurn);
        atr = slot.atr().orElseThrow(() -> new NfcException(ErrorKind.NO_CARD, "no card is in " + readerName));
        generation = slot.generation();
        dispose(initialization);
        resets = sharing.resets();
    }

    /** Waits as long as another connection has a transaction. */
    private void waitForOthers(Turn turn) throws NfcException {
        try {
            turn.await(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NfcException(
                            ErrorKind.CANCELLED,
                            "the wait for a transaction of another connection on " + readerName + " was interrupted")
                    .withCause(e);
        }
    }

    private interface Turn {
        void await(Object connection) throws InterruptedException;
    }

    @Override
    public void disconnect(Disposition disposition) {
        if (open) {
            open = false;
            dispose(disposition);
            sharing.leave(mode, this);
        }
    }

    private void dispose(Disposition disposition) {
        if (disposition != Disposition.LEAVE) {
            slot.reset();
            sharing.countReset();
            resets = sharing.resets();
        }
    }

    private void requireUsable() throws NfcException {
        requireOpen();
        if (slot.generation() != generation) {
            throw new NfcException(ErrorKind.CARD_REMOVED, "the card left the field of " + readerName);
        }
        if (sharing.resets() != resets) {
            throw new NfcException(
                            ErrorKind.CARD_REMOVED, "the card in " + readerName + " was reset by another connection")
                    .withHint("Reconnect, and take a transaction where several programs share a card");
        }
    }

    private void requireOpen() throws NfcException {
        if (!open) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "the connection to the card in " + readerName + " is closed");
        }
    }

    /** Ends once, and not after its connection. */
    private final class Guard implements Transaction {

        private boolean ended;

        @Override
        public void end(Disposition disposition) {
            if (!ended && open) {
                dispose(disposition);
                sharing.endTransaction(VirtualCard.this);
            }
            ended = true;
        }
    }
}
