package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * The historical bytes that a contactless reader makes up for a storage card, PC/SC part 3 section 3.1.3.2.3.
 *
 * <pre>
 * 80 4F 0C A0 00 00 03 06 SS NN NN 00 00 00 00
 * </pre>
 *
 * @param standard SS, which standard the card follows
 * @param cardName NN NN, which card it is, most significant byte first
 */
public record StorageCardAtr(int standard, int cardName) {

    private static final Bytes PREFIX = Bytes.of(0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06);
    private static final int LENGTH = 15;
    private static final int SS = 8;
    private static final int NN = 9;

    /** ISO 14443 A part 3, the standard of MIFARE Classic. */
    public static final int ISO14443A_3 = 0x03;

    /**
     * Finds them in an ATR.
     *
     * @param historical the historical bytes
     * @return what they say, if they have this form
     */
    public static Optional<StorageCardAtr> of(Bytes historical) {
        if (!historical.startsWith(PREFIX) || historical.length() < NN + 2) {
            return Optional.empty();
        }
        return Optional.of(new StorageCardAtr(historical.get(SS), historical.get(NN) << 8 | historical.get(NN + 1)));
    }

    /**
     * The ATR a reader shows for such a card.
     *
     * @return 3B 8F 80 01, the historical bytes, TCK
     */
    public Bytes toAtr() {
        Bytes tail = Bytes.concat(Bytes.of(standard), Bytes.bigEndian(cardName, 2));
        Bytes historical = Bytes.zeros(LENGTH).with(0, PREFIX).with(SS, tail);
        Bytes atr = Bytes.of(0x3B, 0x8F, 0x80, 0x01).plus(historical);
        return atr.plus(Bytes.of(atr.slice(1).xorSum()));
    }

    /**
     * The standard in words.
     *
     * @return its name, or "unknown"
     */
    public String standardName() {
        return StorageCardNames.standard(standard);
    }

    /**
     * The card in words.
     *
     * @return its name, or "unknown"
     */
    public String cardNameText() {
        return StorageCardNames.card(cardName);
    }

    /**
     * The SAK that ACS readers put into the name of a card they do not know: {@code FF} and then SAK.
     *
     * @return SAK, if the name is such a one
     */
    public Optional<Integer> sak() {
        return cardName >> 8 == 0xFF ? Optional.of(cardName & 0xFF) : Optional.empty();
    }
}
