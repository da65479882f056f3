package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import org.jspecify.annotations.Nullable;

/**
 * An authentication, step by step. Every step is a value that can be kept while somebody else, who holds the key, works out
 * what comes next.
 *
 * <pre>
 * Handshake   sends {@link #instruction} and {@link #body}
 * Challenged  the card's challenge; the holder of the key makes a token of it
 * Answered    sends the token
 * Proven      the card's proof; the holder checks it and gives the session's keys
 * </pre>
 */
public final class Handshake {

    private final Authentication authentication;
    private final HandshakeForm form;
    private final @Nullable TransactionMac before;

    private Handshake(Authentication authentication, @Nullable TransactionMac before) {
        this.authentication = authentication;
        this.form = HandshakeForm.of(authentication.method());
        this.before = before;
    }

    /**
     * A new session.
     *
     * @param method how
     * @param keyNo with which key
     * @return the first step
     */
    public static Handshake first(AuthenticationMethod method, KeyNo keyNo) {
        return new Handshake(new Authentication(method, keyNo), null);
    }

    /**
     * Another key inside a transaction of EV2 or LRP, command 77: transaction identifier and command counter go on.
     *
     * @param keyNo with which key
     * @param session the session so far
     * @return the first step
     * @throws NfcException {@code INVALID_REQUEST} if it is no session of EV2 or LRP
     */
    public static Handshake nonFirst(KeyNo keyNo, Session session) throws NfcException {
        if (!(session instanceof TransactionSession transaction)) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "only an EV2 or LRP session can go on with another key; there is none")
                    .withHint("authenticate with ev2 or lrp first");
        }
        AuthenticationMethod method = transaction.authentication().method();
        return new Handshake(new Authentication(method, keyNo), transaction.mac());
    }

    /**
     * Method and key.
     *
     * @return what this handshake is to lead to
     */
    public Authentication authentication() {
        return authentication;
    }

    /**
     * Whether a transaction is opened, or none goes on.
     *
     * @return false for command 77
     */
    public boolean isFirst() {
        return before == null;
    }

    /**
     * The command that begins it.
     *
     * @return its instruction
     */
    public Instruction instruction() {
        return isFirst() ? form.first() : form.nonFirst();
    }

    /**
     * What stands behind the command byte.
     *
     * @return key number, and the reader's capabilities where they are sent
     */
    public Bytes body() {
        Bytes keyNo = Bytes.of(authentication.keyNo().value());
        return isFirst() ? keyNo.plus(form.capabilities()) : keyNo;
    }

    /**
     * Takes the card's first answer.
     *
     * @param answer what came with status AF
     * @return the next step
     * @throws NfcException {@code PROTOCOL} if it is no challenge of the method
     */
    public Challenged challenged(Bytes answer) throws NfcException {
        Bytes prefix = form.challengePrefix();
        int length = answer.length() - prefix.length();
        if (!answer.startsWith(prefix) || (length != 8 && length != 16)) {
            throw NfcException.protocol(instruction() + " was answered with " + answer.length()
                    + " bytes that are no challenge for " + authentication.method());
        }
        return new Challenged(this, answer.slice(prefix.length()));
    }

    private Session open(SessionKeys keys) throws NfcException {
        return form.open(authentication, keys, before);
    }

    /**
     * The card waits for the token.
     *
     * @param handshake which authentication
     * @param challenge RndB, enciphered, or clear with LRP; 8 or 16 bytes
     */
    public record Challenged(Handshake handshake, Bytes challenge) {

        /**
         * Lets a key that is at hand answer.
         *
         * @param key who holds it
         * @return its answer
         * @throws NfcException if it cannot
         */
        public KeyAnswer ask(AuthenticationKey key) throws NfcException {
            return key.answer(handshake.authentication().method(), handshake.isFirst(), challenge);
        }

        /**
         * Takes the token.
         *
         * @param token twice as long as the challenge
         * @return the next step
         * @throws NfcException {@code INVALID_REQUEST} if it has another length
         */
        public Answered answered(Bytes token) throws NfcException {
            if (token.length() != 2 * challenge.length()) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "the token of the authentication has " + token.length() + " bytes, not "
                                + 2 * challenge.length());
            }
            return new Answered(handshake, token);
        }
    }

    /**
     * The token is ready to be sent, with the command byte AF.
     *
     * @param handshake which authentication
     * @param token what is sent
     */
    public record Answered(Handshake handshake, Bytes token) {

        /**
         * Takes the card's last answer.
         *
         * @param proof what came with status 00
         * @return the last step
         */
        public Proven proven(Bytes proof) {
            return new Proven(handshake, proof);
        }
    }

    /**
     * The card accepted the token.
     *
     * @param handshake which authentication
     * @param proof what has to be checked by the holder of the key
     */
    public record Proven(Handshake handshake, Bytes proof) {

        /**
         * Opens the session.
         *
         * @param keys what the holder of the key gave for the proof
         * @return the session
         * @throws NfcException {@code PROTOCOL} if the keys do not fit the method
         */
        public Session session(SessionKeys keys) throws NfcException {
            return handshake.open(keys);
        }
    }

    /** Method and key. */
    @Override
    public String toString() {
        return authentication + (isFirst() ? "" : " inside a transaction");
    }
}
