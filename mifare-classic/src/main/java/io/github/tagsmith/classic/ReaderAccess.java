package io.github.tagsmith.classic;

import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import java.util.function.Supplier;

/** A card in a reader: sessions through its pseudo-APDUs, a warm reset to wake it up. */
public final class ReaderAccess implements CardAccess {

    private final Card card;
    private final Supplier<StorageCard> commands;

    /**
     * The way to a card.
     *
     * @param card the open connection
     * @param commands makes the storage-card commands of its reader, which know of no key in it yet
     */
    public ReaderAccess(Card card, Supplier<StorageCard> commands) {
        this.card = card;
        this.commands = commands;
    }

    @Override
    public ClassicSession newSession() {
        return new ClassicSession(commands.get());
    }

    @Override
    public void reactivate() throws NfcException {
        card.reconnect(Disposition.RESET);
    }
}
