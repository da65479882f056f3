package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Deadline;
import io.github.tagsmith.core.reader.Observation;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reader in this process, around a {@link VirtualSlot}. Sharing follows PC/SC. */
public final class VirtualReader implements Reader {

    private final String name;
    private final VirtualSlot slot;
    private final Sharing sharing;

    /**
     * A reader around a slot.
     *
     * @param name its name
     * @param slot where cards are put in and taken out
     */
    public VirtualReader(String name, VirtualSlot slot) {
        this.name = name;
        this.slot = slot;
        this.sharing = new Sharing(slot.changes());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ReaderStatus status() {
        Optional<Bytes> atr = slot.atr();
        return new ReaderStatus(atr.isPresent(), false, sharing.inUse(), sharing.exclusive(), atr.orElse(Bytes.EMPTY));
    }

    @Override
    public ReaderStatus waitForCard(Duration timeout) throws NfcException {
        try {
            if (!slot.awaitCard(Deadline.in(timeout))) {
                throw new NfcException(ErrorKind.CANCELLED, "the wait for a card was cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NfcException(ErrorKind.CANCELLED, "the wait for a card was interrupted").withCause(e);
        }
        return status();
    }

    @Override
    public Card connect(ShareMode mode, Set<Protocol> protocols) throws NfcException {
        Optional<Bytes> atr = slot.atr();
        if (atr.isEmpty() && mode != ShareMode.DIRECT) {
            throw new NfcException(ErrorKind.NO_CARD, "no card is in " + name);
        }
        Protocol protocol = agree(name, mode, protocols);
        sharing.enter(mode, name);
        return new VirtualCard(name, slot, sharing, mode, protocol);
    }

    /** Contactless cards are shown as T=1. */
    static Protocol agree(String name, ShareMode mode, Set<Protocol> protocols) throws NfcException {
        if (mode == ShareMode.DIRECT) {
            return Protocol.NONE;
        }
        for (Protocol possible : List.of(Protocol.T1, Protocol.RAW)) {
            if (protocols.contains(possible)) {
                return possible;
            }
        }
        throw mismatch(name, protocols);
    }

    static NfcException mismatch(String name, Set<Protocol> protocols) {
        return new NfcException(
                ErrorKind.READER_FAILED, "the card in " + name + " speaks T1 or RAW, not one of " + protocols);
    }

    /** What a watch sees. */
    Observation observe() {
        return new Observation(name, status(), slot.generation() & 0xFFFF);
    }

    void cancelWait() {
        slot.cancelWaits();
    }

    ChangeSignal changes() {
        return slot.changes();
    }
}
