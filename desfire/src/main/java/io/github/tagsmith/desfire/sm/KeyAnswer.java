package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** The holder's side of a handshake between the two messages of the card. */
public interface KeyAnswer {

    /**
     * What is sent to the card.
     *
     * @return RndA and RndB in the form of the method
     */
    Bytes token();

    /**
     * Checks that the card knows the key.
     *
     * @param proof the card's last message
     * @return the keys of the session
     * @throws NfcException {@code AUTHENTICATION_FAILED} if it does not
     */
    SessionKeys sessionKeys(Bytes proof) throws NfcException;
}
