package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AuthenticationMethod;

/**
 * Whoever holds a key: memory, a secure access module, a server. The key itself never leaves; what leaves is the answer to the
 * card's challenge and, once the card has proved to know the key, too, the keys of the session.
 */
@FunctionalInterface
public interface AuthenticationKey {

    /**
     * Refuses a method before anything is sent.
     *
     * @param method how reader and card are to authenticate each other
     * @throws NfcException {@code INVALID_REQUEST} if the key does not fit the method
     */
    default void requireMethod(AuthenticationMethod method) throws NfcException {}

    /**
     * Answers the card's challenge.
     *
     * @param method how reader and card authenticate each other
     * @param first whether the authentication opens a transaction (71); false for one inside (77); no matter for others
     * @param challenge what the card sent: RndB, enciphered, or clear with LRP
     * @return the answer, and what is kept for the proof
     * @throws NfcException {@code AUTHENTICATION_FAILED} if the card's key is of another kind
     */
    KeyAnswer answer(AuthenticationMethod method, boolean first, Bytes challenge) throws NfcException;
}
