package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;

/**
 * What somebody heard of an authentication: enough to tell whether a key is the one that the reader used. A wrong key passes
 * for right with a chance of one in 2^32. Immutable.
 *
 * @param uid the UID; of a longer one its last 4 bytes
 * @param nt the card's nonce, in plain
 * @param encryptedNr the reader's nonce, as sent
 * @param encryptedAr the reader's answer, as sent
 */
public record RecordedAuthentication(int uid, int nt, int encryptedNr, int encryptedAr) {

    /**
     * Whether the reader used a key.
     *
     * @param key the key
     * @return true if it explains the reader's answer
     */
    public boolean fits(ClassicKey key) {
        return fits(Crypto1.register(key));
    }

    boolean fits(long register) {
        Crypto1 cipher = new Crypto1(register);
        cipher.nextWord(uid ^ nt);
        cipher.nextWordDecrypting(encryptedNr);
        int expected = expectedKeystream();
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (cipher.next(0) != (expected >>> shift & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** The keystream that encrypts the reader's answer. */
    int expectedKeystream() {
        return encryptedAr ^ Nonce.readerAnswer(nt);
    }

    @Override
    public String toString() {
        return String.format("%08X %08X %08X %08X", uid, nt, encryptedNr, encryptedAr);
    }
}
