package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Cmac;

/**
 * The random numbers of a handshake.
 *
 * @param a RndA, the reader's
 * @param b RndB, the card's
 */
record Nonces(Bytes a, Bytes b) {

    /** A nonce rotated left by one byte, which shows that it was understood. */
    static Bytes rotated(Bytes nonce) {
        return nonce.slice(1).plus(nonce.slice(0, 1));
    }

    /** RndA and rotated RndB: what every enciphered token says. */
    Bytes token() {
        return a.plus(rotated(b));
    }

    /** Refuses a card that does not give back RndA. */
    void requireProof(Bytes rotatedA) throws NfcException {
        requireSame(rotatedA, rotated(a));
    }

    static void requireSame(Bytes proof, Bytes expected) throws NfcException {
        if (!Cmac.same(proof, expected)) {
            throw new NfcException(
                    ErrorKind.AUTHENTICATION_FAILED,
                    "the card did not prove that it knows the key, it is not the right card");
        }
    }

    /**
     * The middle of a session vector of EV2 and LRP, 26 bytes.
     *
     * <pre>
     * A[0..1] || (A[2..7] xor B[0..5]) || B[6..15] || A[8..15]
     * </pre>
     */
    Bytes vector() {
        return Bytes.concat(a.slice(0, 2), a.slice(2, 8).xor(b.slice(0, 6)), b.slice(6), a.slice(8));
    }

    /** Not their values: session keys are made of them. */
    @Override
    public String toString() {
        return "nonces of " + a.length() + " bytes";
    }
}
