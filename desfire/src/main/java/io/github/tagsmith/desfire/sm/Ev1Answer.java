package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * The handshake of commands 1A and AA: ordinary CBC whose initial value starts at zero and runs through all three messages.
 *
 * <pre>
 * card     E(B)
 * reader   E(A || rot B)
 * card     E(rot A)
 * </pre>
 */
record Ev1Answer(DesfireKey key, BlockCipher cipher, Nonces nonces, Bytes token) implements KeyAnswer {

    static KeyAnswer of(DesfireKey key, boolean first, Bytes challenge, Bytes rndA) {
        BlockCipher cipher = key.cipher();
        Bytes b = cipher.decipherCbc(Bytes.zeros(cipher.blockSize()), challenge);
        Nonces nonces = new Nonces(rndA, b);
        return new Ev1Answer(key, cipher, nonces, cipher.encipherCbc(lastBlock(cipher, challenge), nonces.token()));
    }

    private static Bytes lastBlock(BlockCipher cipher, Bytes message) {
        return message.slice(message.length() - cipher.blockSize());
    }

    @Override
    public SessionKeys sessionKeys(Bytes proof) throws NfcException {
        MemoryKey.requireLength(proof, nonces.a().length(), "the proof");
        nonces.requireProof(cipher.decipherCbc(lastBlock(cipher, token), proof));
        return SessionKeys.single(LegacySessionKey.of(key, nonces), Bytes.EMPTY);
    }
}
