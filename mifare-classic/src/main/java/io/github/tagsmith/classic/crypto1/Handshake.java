package io.github.tagsmith.classic.crypto1;

/**
 * The words of an authentication. Computing it takes the cipher through it, so that the session's first bit comes next.
 *
 * @param nt the card's nonce, in plain
 * @param nr the reader's nonce, in plain
 * @param ks0 the keystream while the UID xor nt goes in; encrypts nt where the authentication is nested
 * @param ks1 the keystream while nr goes in; encrypts nr
 * @param ks2 the next keystream; encrypts ar
 * @param ks3 the next keystream; encrypts at
 */
public record Handshake(int nt, int nr, int ks0, int ks1, int ks2, int ks3) {

    /**
     * As the reader sees it, which chooses nr.
     *
     * @param cipher the cipher, at the key
     * @param uid the UID; of a longer one its last 4 bytes
     * @param nt the card's nonce, in plain
     * @param nr the reader's nonce, in plain
     * @return the words
     */
    public static Handshake ofReader(Crypto1 cipher, int uid, int nt, int nr) {
        int ks0 = cipher.nextWord(uid ^ nt);
        int ks1 = cipher.nextWord(nr);
        return new Handshake(nt, nr, ks0, ks1, cipher.nextWord(0), cipher.nextWord(0));
    }

    /**
     * As the card sees it, or who listens.
     *
     * @param cipher the cipher, at the key
     * @param uid the UID; of a longer one its last 4 bytes
     * @param nt the card's nonce, in plain
     * @param encryptedNr the reader's nonce, as sent
     * @return the words
     */
    public static Handshake ofRecord(Crypto1 cipher, int uid, int nt, int encryptedNr) {
        return rest(cipher, nt, cipher.nextWord(uid ^ nt), encryptedNr);
    }

    /**
     * A nested one, as who listens sees it: the card's nonce comes encrypted.
     *
     * @param cipher the cipher, at the key
     * @param uid the UID; of a longer one its last 4 bytes
     * @param encryptedNt the card's nonce, as sent
     * @param encryptedNr the reader's nonce, as sent
     * @return the words
     */
    public static Handshake ofNestedRecord(Crypto1 cipher, int uid, int encryptedNt, int encryptedNr) {
        int ks0 = cipher.nextWordDecrypting(uid ^ encryptedNt);
        return rest(cipher, encryptedNt ^ ks0, ks0, encryptedNr);
    }

    private static Handshake rest(Crypto1 cipher, int nt, int ks0, int encryptedNr) {
        int ks1 = cipher.nextWordDecrypting(encryptedNr);
        return new Handshake(nt, encryptedNr ^ ks1, ks0, ks1, cipher.nextWord(0), cipher.nextWord(0));
    }

    /**
     * The reader's answer.
     *
     * @return ar, in plain
     */
    public int ar() {
        return Nonce.readerAnswer(nt);
    }

    /**
     * The card's answer.
     *
     * @return at, in plain
     */
    public int at() {
        return Nonce.cardAnswer(nt);
    }

    /**
     * The card's nonce as a nested authentication sends it.
     *
     * @return nt xor ks0
     */
    public int encryptedNt() {
        return nt ^ ks0;
    }

    /**
     * The reader's nonce as sent.
     *
     * @return nr xor ks1
     */
    public int encryptedNr() {
        return nr ^ ks1;
    }

    /**
     * The reader's answer as sent.
     *
     * @return ar xor ks2
     */
    public int encryptedAr() {
        return ar() ^ ks2;
    }

    /**
     * The card's answer as sent.
     *
     * @return at xor ks3
     */
    public int encryptedAt() {
        return at() ^ ks3;
    }

    /** Without the keystream. */
    @Override
    public String toString() {
        return String.format("authentication with nt %08X", nt);
    }
}
