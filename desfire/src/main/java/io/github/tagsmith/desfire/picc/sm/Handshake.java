package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A handshake whose challenge is out and whose token is awaited. Each kind has static methods that begin it; the nonce of the card
 * comes from the caller. Which key, which command and which attempts count is the caller's.
 */
public sealed interface Handshake permits D40Handshake, Ev1Handshake, Ev2Handshake, LrpHandshake {

    /**
     * The card's first answer, sent with status AF.
     *
     * @return the challenge
     */
    Bytes challenge();

    /**
     * Checks the reader's token.
     *
     * @param token what came behind AF
     * @return the session and the card's proof
     * @throws Refusal if it was made with another key (AE), or has the wrong length (7E)
     */
    Established finish(Bytes token) throws Refusal;

    /**
     * A handshake that succeeded.
     *
     * @param session the session that begins
     * @param answer the card's second answer, sent with status 00
     */
    record Established(CardSession session, Bytes answer) {}
}
