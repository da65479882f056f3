package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The card's random numbers: a shift register of 16 bits, x(n+16) from x(n), x(n+2), x(n+3) and x(n+5), seen through a window of
 * 32 bits.
 */
public final class CardNonce {

    /** How many steps from the card's nonce to the reader's answer. */
    public static final int READER_ANSWER = 64;

    /** How many steps from the card's nonce to the card's answer. */
    public static final int CARD_ANSWER = 96;

    private CardNonce() {}

    /**
     * A nonce some steps on.
     *
     * @param nonce 4 bytes as sent
     * @param steps how many
     * @return 4 bytes as sent
     */
    public static Bytes successor(Bytes nonce, int steps) {
        int window = (int) nonce.toUnsignedLittleEndian();
        for (int i = 0; i < steps; i++) {
            int next = window >>> 16 ^ window >>> 18 ^ window >>> 19 ^ window >>> 21;
            window = window >>> 1 | next << 31;
        }
        return Bytes.littleEndian(window & 0xFFFFFFFFL, 4);
    }
}
