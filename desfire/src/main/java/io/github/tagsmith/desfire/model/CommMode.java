package io.github.tagsmith.desfire.model;

/** How data travels between reader and card. */
public enum CommMode {
    /** As it is. */
    PLAIN(0),
    /** With a MAC. */
    MAC(1),
    /** Enciphered, with a checksum or a MAC. */
    FULL(3);

    private final int bits;

    CommMode(int bits) {
        this.bits = bits;
    }

    /**
     * Its number in the lowest two bits of a file's option byte.
     *
     * @return 0, 1 or 3
     */
    public int bits() {
        return bits;
    }

    /**
     * The mode that a file's option byte names; 2 means the same as 0.
     *
     * @param option the byte; other bits are ignored
     * @return the mode
     */
    public static CommMode ofBits(int option) {
        return switch (option & 3) {
            case 1 -> MAC;
            case 3 -> FULL;
            default -> PLAIN;
        };
    }
}
