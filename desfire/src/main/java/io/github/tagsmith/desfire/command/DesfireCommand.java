package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.List;
import java.util.OptionalInt;

/**
 * A command as its sender means it, before secure messaging and framing.
 *
 * @param <T> what its answer says
 */
public interface DesfireCommand<T> {

    /**
     * Which command it is.
     *
     * @return its instruction
     */
    Instruction instruction();

    /**
     * The parameters that stay in clear in every session.
     *
     * @return column H of section 8 of the protocol reference, possibly empty
     */
    Bytes header();

    /**
     * What a session protects.
     *
     * @return column D of section 8, possibly empty
     */
    default Bytes data() {
        return Bytes.EMPTY;
    }

    /**
     * How a session protects data and answer.
     *
     * @return the command's fixed mode, or the one of the file it goes to
     */
    CommMode commMode();

    /**
     * How long the answer is, where the parameters say so. D40 and EV1 tell data from padding by it; without it they look for
     * the checksum.
     *
     * @return the length of the clear answer in bytes, if it is fixed
     */
    default OptionalInt answerLength() {
        return OptionalInt.empty();
    }

    /**
     * Whether the session is over once the card has done this; its answer is then a bare status.
     *
     * @return true for SelectApplication and for what switches the card's secure messaging
     */
    default boolean endsSession() {
        return false;
    }

    /**
     * Whether EV2 enciphers the answer as whole blocks without padding although the command goes with a MAC only.
     *
     * @return true for CommitReaderID (AN12343 table 32)
     */
    default boolean answersWholeBlocks() {
        return false;
    }

    /**
     * Whether the data begins a frame of its own, whatever room is left behind the header.
     *
     * @return true for CreateDelegatedApplication
     */
    default boolean dataInOwnFrame() {
        return false;
    }

    /**
     * Decodes the answer.
     *
     * @param answer its clear data, all frames joined, without status, MAC, checksum and padding
     * @return what it says
     * @throws NfcException {@code PROTOCOL} if it does not have the form that the document gives
     */
    T decode(Bytes answer) throws NfcException;

    /**
     * Decodes an answer whose frames count: what the channel calls.
     *
     * @param frames its clear data frame by frame, without status, MAC, checksum and padding
     * @return what it says
     * @throws NfcException {@code PROTOCOL} if it does not have the form that the document gives
     */
    default T decodeFrames(List<Bytes> frames) throws NfcException {
        return decode(Bytes.concat(frames.toArray(Bytes[]::new)));
    }
}
