package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;

/** One reader, known by its name. */
public interface Reader {

    /**
     * Its name.
     *
     * @return the name the transport gives it
     */
    String name();

    /**
     * What is in it now.
     *
     * @return its state
     * @throws NfcException {@code NO_READER} if it is gone
     */
    ReaderStatus status() throws NfcException;

    /**
     * Waits until a card is in it.
     *
     * @param timeout how long at the most
     * @return its state, with or without a card
     * @throws NfcException {@code NO_READER} if it is gone
     */
    ReaderStatus waitForCard(Duration timeout) throws NfcException;

    /**
     * Opens the card in it.
     *
     * @param mode whether others may use it meanwhile
     * @return a connection, to be closed
     * @throws NfcException {@code NO_CARD} without a card, {@code READER_BUSY} if somebody else holds it
     */
    Card connect(ShareMode mode) throws NfcException;
}
