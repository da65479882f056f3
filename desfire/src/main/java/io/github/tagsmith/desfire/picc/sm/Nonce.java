package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireStatus;

/** What all handshakes do with nonces. */
final class Nonce {

    private Nonce() {}

    /** A nonce turned left by one byte. */
    static Bytes rotated(Bytes nonce) {
        return nonce.slice(1).plus(nonce.slice(0, 1));
    }

    /** RndA out of a clear token RndA || RndB turned left, if RndB came back. */
    static Bytes readerNonce(Bytes token, Bytes rndB) throws Refusal {
        int length = rndB.length();
        requireSame(token.slice(length), rotated(rndB));
        return token.slice(0, length);
    }

    static void requireSame(Bytes received, Bytes right) throws Refusal {
        if (!Cmac.same(right, received)) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
    }

    static void requireLength(Bytes token, int length) throws Refusal {
        if (token.length() != length) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
    }

    /** The session that goes on with a non-first authentication. */
    static <S extends CountingSession> S requireKind(CardSession current, Class<S> kind) throws Refusal {
        if (!kind.isInstance(current)) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
        return kind.cast(current);
    }
}
