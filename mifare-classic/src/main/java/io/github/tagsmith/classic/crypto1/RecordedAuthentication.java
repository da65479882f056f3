package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;

/**
 * What somebody heard of an authentication: enough to tell whether a key is the one that the reader used. A wrong key passes
 * for right with a chance of one in 2^32. Immutable.
 *
 * @param uid the UID; of a longer one its last 4 bytes
 * @param nt the card's nonce, as sent: in plain, or encrypted where the authentication is nested
 * @param encryptedNr the reader's nonce, as sent
 * @param encryptedAr the reader's answer, as sent
 * @param nested whether it was within a session, so that the nonce of the card was encrypted, with the key in question
 */
public record RecordedAuthentication(int uid, int nt, int encryptedNr, int encryptedAr, boolean nested) {

    /**
     * One that begins a session.
     *
     * @param uid the UID; of a longer one its last 4 bytes
     * @param nt the card's nonce, in plain
     * @param encryptedNr the reader's nonce, as sent
     * @param encryptedAr the reader's answer, as sent
     */
    public RecordedAuthentication(int uid, int nt, int encryptedNr, int encryptedAr) {
        this(uid, nt, encryptedNr, encryptedAr, false);
    }

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
        int plain = nested ? nt ^ cipher.nextWordDecrypting(uid ^ nt) : nt;
        if (!nested) {
            cipher.nextWord(uid ^ nt);
        }
        cipher.nextWordDecrypting(encryptedNr);
        int expected = keystream(plain);
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (cipher.next(0) != (expected >>> shift & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** The keystream that encrypts the reader's answer to a nonce. */
    private int keystream(int plainNt) {
        return encryptedAr ^ Nonce.readerAnswer(plainNt);
    }

    /** The keystream that encrypts the reader's answer, where the nonce is plain. */
    int expectedKeystream() {
        return keystream(nt);
    }

    @Override
    public String toString() {
        return String.format(
                nested ? "%08X {%08X} %08X %08X" : "%08X %08X %08X %08X", uid, nt, encryptedNr, encryptedAr);
    }
}
