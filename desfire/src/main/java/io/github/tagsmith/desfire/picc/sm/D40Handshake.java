package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * Command 0A with a DES or two-key TDEA key. The card only enciphers.
 *
 * <pre>
 * card     E(RndB)
 * reader   RndA || RndB turned, deciphered, chaining on its own output
 * card     E(RndA turned)
 * </pre>
 *
 * <p>Every message starts from a zero chaining value. Source: d40-auth-session-key.json of the vectors.
 *
 * @param key the key
 * @param cipher the cipher under the key
 * @param rndB the card's nonce, 8 bytes
 */
public record D40Handshake(DesfireKey key, BlockCipher cipher, Bytes rndB) implements Handshake {

    /** The length of a nonce, in bytes. */
    public static final int NONCE_LENGTH = 8;

    private static final Bytes ZERO = Bytes.zeros(NONCE_LENGTH);

    /**
     * Begins.
     *
     * @param key a DES or two-key TDEA key
     * @param rndB 8 random bytes
     * @return the handshake
     */
    public static D40Handshake begin(DesfireKey key, Bytes rndB) {
        return new D40Handshake(key, key.cipher(), rndB);
    }

    @Override
    public Bytes challenge() {
        return cipher.encipherCbc(ZERO, rndB);
    }

    @Override
    public Established finish(Bytes token) throws Refusal {
        Nonce.requireLength(token, 2 * NONCE_LENGTH);
        Bytes rndA = Nonce.readerNonce(cipher.encipherReceived(ZERO, token), rndB);
        Bytes proof = cipher.encipherCbc(ZERO, Nonce.rotated(rndA));
        return new Established(new D40Session(SessionKey.cipher(key, rndA, rndB)), proof);
    }
}
