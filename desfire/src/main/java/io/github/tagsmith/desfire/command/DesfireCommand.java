package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

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
     * Decodes the answer.
     *
     * @param answer its clear data, all frames joined, without status, MAC, checksum and padding
     * @return what it says
     * @throws NfcException {@code PROTOCOL} if it does not have the form that the document gives
     */
    T decode(Bytes answer) throws NfcException;
}
