package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Duration;
import java.util.Optional;

/** A reader in this process, around a {@link VirtualSlot}. Sharing follows PC/SC. */
public final class VirtualReader implements Reader {

    private final String name;
    private final VirtualSlot slot;
    private final Sharing sharing = new Sharing();

    /**
     * A reader around a slot.
     *
     * @param name its name
     * @param slot where cards are put in and taken out
     */
    public VirtualReader(String name, VirtualSlot slot) {
        this.name = name;
        this.slot = slot;
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
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (slot.atr().isEmpty() && System.nanoTime() < end) {
                slot.awaitChange((end - System.nanoTime()) / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NfcException(ErrorKind.CANCELLED, "the wait for a card was interrupted").withCause(e);
        }
        return status();
    }

    @Override
    public Card connect(ShareMode mode) throws NfcException {
        Optional<Bytes> atr = slot.atr();
        if (atr.isEmpty() && mode != ShareMode.DIRECT) {
            throw new NfcException(ErrorKind.NO_CARD, "no card is in " + name);
        }
        sharing.enter(mode, name);
        return new VirtualCard(name, slot, sharing, mode);
    }
}
