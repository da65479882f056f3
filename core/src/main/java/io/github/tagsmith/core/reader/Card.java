package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** An open connection to the card in a reader. */
public interface Card extends ApduChannel, AutoCloseable {

    /**
     * The reader it is in.
     *
     * @return that reader's name
     */
    String readerName();

    /**
     * Its answer to reset.
     *
     * @return the ATR, 2 to 33 bytes; empty for a direct connection without a card
     */
    Bytes atr();

    /**
     * The protocol in use.
     *
     * @return the protocol
     */
    Protocol protocol();

    /**
     * Begins an exclusive section: no other program reaches the card until it is closed.
     *
     * @return a guard, to be closed
     * @throws NfcException {@code CARD_REMOVED} if the card is gone or was reset by somebody else
     */
    Transaction beginTransaction() throws NfcException;

    /**
     * Starts the card anew on the same connection: selections, authentications and the state "was reset" are gone.
     *
     * @param initialization what happens to the card
     * @throws NfcException {@code NO_CARD} if it does not answer any more
     */
    void reconnect(Disposition initialization) throws NfcException;

    /**
     * Ends the connection.
     *
     * @param disposition what happens to the card
     */
    void disconnect(Disposition disposition);

    /** Ends the connection and leaves the card as it is. */
    @Override
    default void close() {
        disconnect(Disposition.LEAVE);
    }
}
