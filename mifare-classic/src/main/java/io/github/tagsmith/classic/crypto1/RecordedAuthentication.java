package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;

/**
 * An authentication that was overheard.
 *
 * @param uid the last 4 bytes of the card's UID
 * @param nonce the card's nonce as sent: plain in a first authentication, encrypted in a nested one
 * @param nested whether it is a nested one
 * @param readerNonce the reader's nonce as sent, 4 bytes
 * @param readerAnswer the reader's answer as sent, 4 bytes
 */
public record RecordedAuthentication(Bytes uid, Bytes nonce, boolean nested, Bytes readerNonce, Bytes readerAnswer) {

    private static final int WORD = 4;

    /**
     * Checks the lengths.
     *
     * @param uid the last 4 bytes of the card's UID
     * @param nonce the card's nonce as sent
     * @param nested whether it is a nested one
     * @param readerNonce the reader's nonce as sent
     * @param readerAnswer the reader's answer as sent
     */
    public RecordedAuthentication {
        if (uid.length() != WORD
                || nonce.length() != WORD
                || readerNonce.length() != WORD
                || readerAnswer.length() != WORD) {
            throw new IllegalArgumentException("UID, nonces and answer have " + WORD + " bytes each");
        }
    }

    /**
     * Whether a key is the one that was used. One wrong key in 2^32 passes.
     *
     * @param key the key
     * @return true if the reader's answer fits
     */
    public boolean fits(ClassicKey key) {
        Crypto1 cipher = Crypto1.of(key);
        Bytes first = cipher.feed(uid.xor(nonce), nested);
        Bytes plain = nested ? nonce.xor(first) : nonce;
        cipher.feed(readerNonce, true);
        return cipher.crypt(readerAnswer).equals(CardNonce.successor(plain, CardNonce.READER_ANSWER));
    }
}
