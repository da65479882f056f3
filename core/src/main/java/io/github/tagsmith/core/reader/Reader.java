package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.Set;

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
     * Opens the card in it, over T=0 or T=1, whichever it speaks.
     *
     * @param mode whether others may use it meanwhile
     * @return a connection, to be closed
     * @throws NfcException {@code NO_CARD} without a card, {@code READER_BUSY} if somebody else holds it
     */
    default Card connect(ShareMode mode) throws NfcException {
        return connect(mode, mode == ShareMode.DIRECT ? Set.of() : Set.of(Protocol.T0, Protocol.T1));
    }

    /**
     * Opens the card in it, or, directly and without a protocol, the reader itself.
     *
     * @param mode whether others may use it meanwhile
     * @param protocols which protocols are acceptable; none for a direct connection
     * @return a connection, to be closed
     * @throws NfcException {@code NO_CARD} without a card, {@code READER_BUSY} if somebody else holds it, {@code
     *     READER_FAILED} if the card speaks none of the protocols
     */
    Card connect(ShareMode mode, Set<Protocol> protocols) throws NfcException;
}
