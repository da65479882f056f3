package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import java.time.Duration;
import java.util.Optional;

/** A card, its reader, and a transaction for as long as a command works with it. */
public final class CardConnection implements AutoCloseable {

    private final ReaderSource source;
    private final Card card;
    private final Transaction transaction;
    private final CountingChannel channel;

    private CardConnection(ReaderSource source, Card card, Transaction transaction) {
        this.source = source;
        this.card = card;
        this.transaction = transaction;
        this.channel = new CountingChannel(card);
    }

    /**
     * Connects; the source is closed with the connection, or at once if there is none.
     *
     * @param source where the reader is chosen from
     * @param patience how long to wait for a card
     * @param output where waiting is announced
     * @return the connection, to be closed
     * @throws NfcException without a card
     */
    public static CardConnection open(ReaderSource source, Duration patience, Output output) throws NfcException {
        try {
            source.awaitCard(patience, output);
            Reader reader = source.choose();
            if (!patience.isZero() && !reader.status().cardPresent()) {
                output.note("Waiting for a card on " + reader.name());
                reader.waitForCard(patience);
            }
            return of(source, source.connect(reader, ShareMode.SHARED));
        } catch (NfcException e) {
            source.close();
            throw e;
        }
    }

    /**
     * Connects to a reader, by way of the card in it if there is one.
     *
     * @param source where the reader is chosen from
     * @return the connection, to be closed; without a card it only takes what goes to the reader itself
     * @throws NfcException without a reader
     */
    public static CardConnection openReader(ReaderSource source) throws NfcException {
        try {
            return of(source, source.connectToReader());
        } catch (NfcException e) {
            source.close();
            throw e;
        }
    }

    private static CardConnection of(ReaderSource source, Card card) throws NfcException {
        try {
            return new CardConnection(source, card, card.beginTransaction());
        } catch (NfcException e) {
            card.close();
            throw e;
        }
    }

    /**
     * The card itself.
     *
     * @return the open card
     */
    public Card card() {
        return card;
    }

    /**
     * The way to the card, with its exchanges counted.
     *
     * @return the channel
     */
    public CountingChannel channel() {
        return channel;
    }

    /**
     * What the command before left here for this one, in a script. It can be taken over once.
     *
     * @param kind what is looked for
     * @param <T> what is looked for
     * @return that, and what happened to the card since; nothing outside scripts
     */
    public <T> Optional<Handover<T>> takeOver(Class<T> kind) {
        return card instanceof LentCard lent ? lent.takeOver(kind) : Optional.empty();
    }

    /**
     * Leaves something for the next command; outside scripts there is none.
     *
     * @param state what is true of the card as long as nothing else is sent to it
     */
    public void handOver(Object state) {
        if (card instanceof LentCard lent) {
            lent.handOver(state);
        }
    }

    /**
     * Keeps what was changed on a software card that is kept in a file.
     *
     * @throws NfcException {@code FILE} if that fails
     */
    public void save() throws NfcException {
        source.save();
    }

    /**
     * Whether the card may have been here before, or come again; a software card made for this command may not.
     *
     * @return true if something can be remembered of it
     */
    public boolean isLasting() {
        return !source.isMade();
    }

    @Override
    public void close() {
        transaction.close();
        card.close();
        source.close();
    }
}
