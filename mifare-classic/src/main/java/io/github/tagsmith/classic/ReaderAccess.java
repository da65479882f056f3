package io.github.tagsmith.classic;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import java.util.Optional;

/** A card in a reader: sessions through its pseudo-APDUs, a warm reset to wake it up. */
public final class ReaderAccess implements CardAccess {

    private final Card card;
    private final ApduChannel channel;

    /**
     * The way to a card.
     *
     * @param card the open connection
     * @param channel the same, possibly counted or traced
     */
    public ReaderAccess(Card card, ApduChannel channel) {
        this.card = card;
        this.channel = channel;
    }

    @Override
    public ClassicSession newSession() {
        return new ClassicSession(new StorageCard(channel));
    }

    /** None as yet: how a reader is told to increment is a matter of its dialect. */
    @Override
    public Optional<ValueCommands> valueCommands(ClassicSession session) {
        return Optional.empty();
    }

    @Override
    public void reactivate() throws NfcException {
        card.reconnect(Disposition.RESET);
    }
}
