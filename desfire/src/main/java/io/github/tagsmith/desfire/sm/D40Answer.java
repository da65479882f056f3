package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * The handshake of command 0A. The card only enciphers, so the reader deciphers what it sends, chained on its own output.
 *
 * <pre>
 * card     E(B)
 * reader   D(A || rot B)
 * card     E(rot A)
 * </pre>
 */
record D40Answer(DesfireKey key, BlockCipher cipher, Nonces nonces) implements KeyAnswer {

    private static final int SIZE = 8;
    private static final Bytes ZERO = Bytes.zeros(SIZE);

    static KeyAnswer of(DesfireKey key, boolean first, Bytes challenge, Bytes rndA) {
        BlockCipher cipher = key.cipher();
        return new D40Answer(key, cipher, new Nonces(rndA, cipher.decipher(challenge)));
    }

    @Override
    public Bytes token() {
        return cipher.decipherToSend(ZERO, nonces.token());
    }

    @Override
    public SessionKeys sessionKeys(Bytes proof) throws NfcException {
        nonces.requireProof(cipher.decipher(MemoryKey.requireLength(proof, SIZE, "the proof")));
        return SessionKeys.single(LegacySessionKey.of(key, nonces), Bytes.EMPTY);
    }
}
