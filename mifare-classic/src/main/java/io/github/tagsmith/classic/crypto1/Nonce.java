package io.github.tagsmith.classic.crypto1;

/** The sequence of the card's nonces: a register of 16 bits behind a word of 32. */
public final class Nonce {

    private Nonce() {}

    /**
     * The nonce some steps later.
     *
     * @param nonce a nonce
     * @param steps how many, 0 or more
     * @return the nonce then
     */
    public static int successor(int nonce, int steps) {
        int x = Integer.reverseBytes(nonce);
        for (int i = 0; i < steps; i++) {
            x = x >>> 1 | (x >>> 16 ^ x >>> 18 ^ x >>> 19 ^ x >>> 21) << 31;
        }
        return Integer.reverseBytes(x);
    }

    /**
     * What the reader answers to a nonce.
     *
     * @param nt the card's nonce
     * @return ar, in plain
     */
    public static int readerAnswer(int nt) {
        return successor(nt, 64);
    }

    /**
     * What the card answers to that.
     *
     * @param nt the card's nonce
     * @return at, in plain
     */
    public static int cardAnswer(int nt) {
        return successor(nt, 96);
    }
}
