package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.Set;

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
     * Who else may use the card.
     *
     * @return the mode of this connection
     */
    ShareMode shareMode();

    /**
     * What the transport knows of the connection now; SCardStatus.
     *
     * @return its status
     * @throws NfcException {@code CARD_REMOVED} if the card is gone or was reset by somebody else
     */
    CardStatus status() throws NfcException;

    /**
     * Sends a command under a protocol header of the caller's choice; SCardTransmit with both PCI.
     *
     * @param protocol the protocol of the command
     * @param command what is sent
     * @return what came back, and under which header
     * @throws NfcException if there is no answer
     */
    ProtocolAnswer transmit(Protocol protocol, Bytes command) throws NfcException;

    /**
     * Talks to the reader's driver instead of the card; SCardControl.
     *
     * @param code a control code; see {@link #controlCode}
     * @param input what the driver is given
     * @return what it answers
     * @throws NfcException {@code READER_FAILED} if the driver does not know the code
     */
    Bytes control(long code, Bytes input) throws NfcException;

    /**
     * The control code of a function on this system; SCARD_CTL_CODE.
     *
     * @param function its number, for instance 3400 for the feature request of PC/SC part 10
     * @return the code
     */
    long controlCode(int function);

    /**
     * The control code for an escape to the reader that drivers of this system take when they offer none of their own.
     *
     * @return the code
     */
    long escapeCode();

    /**
     * Reads an attribute of the reader; SCardGetAttrib.
     *
     * @param attribute which one
     * @return its value
     * @throws NfcException if the driver does not know it
     */
    Bytes attribute(ReaderAttribute attribute) throws NfcException;

    /**
     * Sets an attribute of the reader; SCardSetAttrib.
     *
     * @param attribute which one
     * @param value its value
     * @throws NfcException if the driver does not let it be set
     */
    void setAttribute(ReaderAttribute attribute, Bytes value) throws NfcException;

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
     * The same, and from now on in another way; SCardReconnect.
     *
     * @param mode whether others may use the card
     * @param protocols which protocols are acceptable
     * @param initialization what happens to the card
     * @throws NfcException {@code NO_CARD} if it does not answer any more, {@code READER_BUSY} if others use it
     */
    void reconnect(ShareMode mode, Set<Protocol> protocols, Disposition initialization) throws NfcException;

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
