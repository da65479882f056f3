package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Cmac;

/** Checks that every kind of session makes on answers. */
final class Integrity {

    private Integrity() {}

    /** Takes a MAC off the end of an answer. */
    static Bytes withoutMac(Bytes answer, int macLength) throws NfcException {
        if (answer.length() < macLength) {
            throw NfcException.protocol(
                    "an answer of " + answer.length() + " bytes is too short for its MAC of " + macLength);
        }
        return answer.slice(0, answer.length() - macLength);
    }

    /** Compares the end of an answer with the MAC that it should be. */
    static void requireMac(Bytes answer, Bytes mac) throws NfcException {
        if (!Cmac.same(answer.slice(answer.length() - mac.length()), mac)) {
            throw NfcException.protocol("the MAC of the answer is wrong").withHint(AGAIN);
        }
    }

    /** An enciphered answer has at least one block. */
    static Bytes requireBlocks(Bytes cryptogram, int blockSize) throws NfcException {
        if (cryptogram.isEmpty() || cryptogram.length() % blockSize != 0) {
            throw NfcException.protocol(
                    "an enciphered answer of " + cryptogram.length() + " bytes is no whole blocks of " + blockSize);
        }
        return cryptogram;
    }

    /** What ends a session is answered by a bare status. */
    static Bytes requireEmpty(Bytes answer) throws NfcException {
        if (!answer.isEmpty()) {
            throw NfcException.protocol(
                    "an answer of " + answer.length() + " bytes to a command that ends the session");
        }
        return answer;
    }

    static final String AGAIN =
            "somebody changed it on its way, or card and reader disagree about the session: authenticate again";
}
