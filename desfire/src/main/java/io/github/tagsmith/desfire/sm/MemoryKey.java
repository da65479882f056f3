package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;

/**
 * A key in this program's memory.
 *
 * @param key the key
 * @param random where RndA comes from
 */
public record MemoryKey(DesfireKey key, RandomSource random) implements AuthenticationKey {

    @Override
    public void requireMethod(AuthenticationMethod method) throws NfcException {
        if (!method.takes(key.algorithm())) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "the authentication " + method + " does not work with a key for " + key.algorithm())
                    .withHint("use --method auto, or a key of the other algorithm");
        }
    }

    @Override
    public KeyAnswer answer(AuthenticationMethod method, boolean first, Bytes challenge) throws NfcException {
        requireMethod(method);
        int size = nonceLength();
        if (challenge.length() != size) {
            throw new NfcException(
                    ErrorKind.AUTHENTICATION_FAILED,
                    "the card's key is not for " + key.algorithm() + ": its challenge has " + challenge.length()
                            + " bytes, not " + size);
        }
        Bytes rndA = random.next(size);
        return switch (method) {
            case D40 -> D40Answer.of(key, first, challenge, rndA);
            case ISO, AES -> Ev1Answer.of(key, first, challenge, rndA);
            case EV2 -> Ev2Answer.of(key, first, challenge, rndA);
            case LRP -> LrpAnswer.of(key, first, challenge, rndA);
        };
    }

    /** 8 bytes; 16 for three-key TDEA and AES. */
    private int nonceLength() {
        boolean wide = key.algorithm() == KeyAlgorithm.AES || key.algorithm() == KeyAlgorithm.TDEA_3;
        return wide ? 16 : 8;
    }

    /** A message of the card with another length than the method says. */
    static Bytes requireLength(Bytes message, int length, String what) throws NfcException {
        if (message.length() != length) {
            throw NfcException.protocol(
                    what + " of the authentication has " + message.length() + " bytes, not " + length);
        }
        return message;
    }
}
