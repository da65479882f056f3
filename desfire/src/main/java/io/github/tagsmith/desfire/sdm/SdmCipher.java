package io.github.tagsmith.desfire.sdm;

/** The cipher that a card was set to. */
public enum SdmCipher {
    /** AES. */
    AES(16),
    /** LRP; enciphered PICC data has a random half block in front. */
    LRP(24);

    private final int piccDataLength;

    SdmCipher(int piccDataLength) {
        this.piccDataLength = piccDataLength;
    }

    /**
     * The length of enciphered PICC data.
     *
     * @return bytes; mirrored as twice as many digits
     */
    public int piccDataLength() {
        return piccDataLength;
    }
}
