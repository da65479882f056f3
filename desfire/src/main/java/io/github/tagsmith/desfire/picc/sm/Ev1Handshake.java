package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;

/**
 * Command 1A with DES, two-key and three-key TDEA, command AA with AES. One chaining value, zero at the start, runs through all
 * three messages; the session starts from zero again.
 *
 * <pre>
 * card     E(RndB)
 * reader   E(RndA || RndB turned)
 * card     E(RndA turned)
 * </pre>
 *
 * <p>Source: ev1-des-auth.json, ev1-3k3des-auth.json and ev1-aes-auth.json of the vectors.
 *
 * @param key the key
 * @param cipher the cipher under the key
 * @param rndB the card's nonce
 */
public record Ev1Handshake(DesfireKey key, BlockCipher cipher, Bytes rndB) implements Handshake {

    /**
     * The length of a nonce.
     *
     * @param algorithm the algorithm of the key
     * @return 8 bytes with DES and two-key TDEA, else 16
     */
    public static int nonceLength(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.TDEA_3 || algorithm == KeyAlgorithm.AES ? 16 : 8;
    }

    /**
     * Begins.
     *
     * @param key any key
     * @param rndB {@link #nonceLength} random bytes
     * @return the handshake
     */
    public static Ev1Handshake begin(DesfireKey key, Bytes rndB) {
        if (rndB.length() != nonceLength(key.algorithm())) {
            throw new IllegalArgumentException("a nonce of " + rndB.length() + " bytes for " + key.algorithm());
        }
        return new Ev1Handshake(key, key.cipher(), rndB);
    }

    @Override
    public Bytes challenge() {
        return cipher.encipherCbc(Bytes.zeros(cipher.blockSize()), rndB);
    }

    @Override
    public Established finish(Bytes token) throws Refusal {
        Nonce.requireLength(token, 2 * rndB.length());
        Bytes rndA = Nonce.readerNonce(cipher.decipherCbc(lastBlock(challenge()), token), rndB);
        Bytes proof = cipher.encipherCbc(lastBlock(token), Nonce.rotated(rndA));
        return new Established(Ev1Session.of(SessionKey.cipher(key, rndA, rndB)), proof);
    }

    private Bytes lastBlock(Bytes cryptogram) {
        return cryptogram.slice(cryptogram.length() - cipher.blockSize());
    }
}
