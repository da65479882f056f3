package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.DesfireKey;

/**
 * The mutual authentication by ISO 7816-4 commands, with DES, TDEA or AES keys. One chaining value, zero at the start, runs through
 * both cryptograms; the nonces are not turned. The session is that of EV1.
 *
 * <pre>
 * GET CHALLENGE           card     RPICC1
 * EXTERNAL AUTHENTICATE   reader   E(RPCD1 || RPICC1)
 * INTERNAL AUTHENTICATE   reader   RPCD2
 *                         card     E(RPICC2 || RPCD2)
 * session key             as after 1A or AA, of RPCD1 and RPICC2
 * </pre>
 *
 * <p>Source: liblogicalaccess, desfireev1iso7816commands.cpp, the reader's side of the same; no recorded exchange with a known key is
 * public, so it is stated only.
 *
 * @param key the key
 * @param rndPcd RPCD1
 * @param chaining the last block of the reader's cryptogram
 */
public record IsoHandshake(DesfireKey key, Bytes rndPcd, Bytes chaining) {

    /**
     * EXTERNAL AUTHENTICATE.
     *
     * @param key the key
     * @param challenge RPICC1, {@link Ev1Handshake#nonceLength} bytes
     * @param token the reader's cryptogram, twice as long
     * @return what is left to do
     * @throws Refusal if it was made with another key or for another challenge (AE), or has the wrong length (7E)
     */
    public static IsoHandshake external(DesfireKey key, Bytes challenge, Bytes token) throws Refusal {
        Nonce.requireLength(token, 2 * challenge.length());
        BlockCipher cipher = key.cipher();
        Bytes clear = cipher.decipherCbc(Bytes.zeros(cipher.blockSize()), token);
        Nonce.requireSame(clear.slice(challenge.length()), challenge);
        return new IsoHandshake(
                key, clear.slice(0, challenge.length()), token.slice(token.length() - cipher.blockSize()));
    }

    /**
     * INTERNAL AUTHENTICATE.
     *
     * @param rndPcd2 RPCD2, as long as a challenge
     * @param rndPicc2 random bytes, as many
     * @return the session and the card's proof
     * @throws Refusal if RPCD2 has the wrong length (7E)
     */
    public Handshake.Established internal(Bytes rndPcd2, Bytes rndPicc2) throws Refusal {
        Nonce.requireLength(rndPcd2, rndPcd.length());
        Bytes proof = key.cipher().encipherCbc(chaining, rndPicc2.plus(rndPcd2));
        return new Handshake.Established(Ev1Session.of(SessionKey.cipher(key, rndPcd, rndPicc2)), proof);
    }
}
