package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.ReaderDriver;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.CardStatus;
import io.github.tagsmith.core.reader.CardStatus.State;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.ThreadConfinement;
import io.github.tagsmith.core.reader.Transaction;
import java.util.Set;

/** A connection to the card in a virtual reader; it ends with the card it was made to. */
final class VirtualCard implements Card {

    private static final Set<State> PRESENT = Set.of(State.PRESENT, State.POWERED, State.SPECIFIC);

    private final String readerName;
    private final VirtualSlot slot;
    private final VirtualFunctions functions;
    private final Sharing sharing;
    private final ThreadConfinement confinement = new ThreadConfinement("this connection to a virtual card");
    private ShareMode mode;
    private Protocol protocol;
    private Bytes atr;
    private int generation;
    private int resets;
    private boolean open = true;

    VirtualCard(String readerName, VirtualSlot slot, Sharing sharing, ShareMode mode, Protocol protocol) {
        this.readerName = readerName;
        this.slot = slot;
        this.functions = new VirtualFunctions(readerName, slot);
        this.sharing = sharing;
        this.mode = mode;
        this.protocol = protocol;
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
        return protocol;
    }

    @Override
    public ShareMode shareMode() {
        return mode;
    }

    @Override
    public CardStatus status() throws NfcException {
        confinement.enter();
        try {
            requireUsable();
            Set<State> states = atr.isEmpty() ? Set.of(State.ABSENT) : PRESENT;
            return new CardStatus(readerName, states, protocol, atr);
        } finally {
            confinement.exit();
        }
    }

    @Override
    public Bytes transmit(Bytes command) throws NfcException {
        confinement.enter();
        try {
            requireOpen();
            waitForOthers(sharing::awaitTurn);
            requireUsable();
            return slot.transmit(command);
        } finally {
            confinement.exit();
        }
    }

    @Override
    public ProtocolAnswer transmit(Protocol sendProtocol, Bytes command) throws NfcException {
        if (sendProtocol != protocol) {
            throw VirtualReader.mismatch(readerName, Set.of(sendProtocol));
        }
        return new ProtocolAnswer(protocol, transmit(command));
    }

    /** The reader is asked, not the card: whether that is still the same does not matter. */
    @Override
    public Bytes control(long code, Bytes input) throws NfcException {
        confinement.enter();
        try {
            requireOpen();
            return functions.control(code, input);
        } finally {
            confinement.exit();
        }
    }

    /** As pcsc-lite counts them. */
    @Override
    public long controlCode(int function) {
        return ReaderDriver.controlCode(function);
    }

    @Override
    public long escapeCode() {
        return VirtualFunctions.ESCAPE;
    }

    @Override
    public Bytes attribute(ReaderAttribute attribute) throws NfcException {
        confinement.enter();
        try {
            requireOpen();
            return functions.attribute(attribute);
        } finally {
            confinement.exit();
        }
    }

    @Override
    public void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException {
        requireOpen();
        throw new NfcException(
                ErrorKind.READER_FAILED, "the virtual reader " + readerName + " lets no attribute be set");
    }

    @Override
    public Transaction beginTransaction() throws NfcException {
        confinement.enter();
        try {
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
        } finally {
            confinement.exit();
        }
    }

    @Override
    public void reconnect(Disposition initialization) throws NfcException {
        reconnect(mode, protocol == Protocol.NONE ? Set.of() : Set.of(protocol), initialization);
    }

    @Override
    public void reconnect(ShareMode newMode, Set<Protocol> protocols, Disposition initialization) throws NfcException {
        confinement.enter();
        try {
            requireOpen();
            waitForOthers(sharing::awaitTurn);
            Bytes present =
                    slot.atr().orElseThrow(() -> new NfcException(ErrorKind.NO_CARD, "no card is in " + readerName));
            Protocol agreed = VirtualReader.agree(readerName, newMode, protocols);
            sharing.change(mode, newMode, readerName);
            mode = newMode;
            protocol = agreed;
            atr = present;
            generation = slot.generation();
            dispose(initialization);
            resets = sharing.resets();
        } finally {
            confinement.exit();
        }
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
        confinement.enter();
        try {
            if (open) {
                open = false;
                dispose(disposition);
                sharing.leave(mode, this);
            }
        } finally {
            confinement.exit();
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

        Guard() {
            confinement.enter();
        }

        @Override
        public void end(Disposition disposition) {
            confinement.enter();
            try {
                if (!ended && open) {
                    dispose(disposition);
                    sharing.endTransaction(VirtualCard.this);
                }
                if (!ended) {
                    confinement.exit();
                }
                ended = true;
            } finally {
                confinement.exit();
            }
        }
    }
}
