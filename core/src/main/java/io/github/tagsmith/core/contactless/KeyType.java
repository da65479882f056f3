package io.github.tagsmith.core.contactless;

/** Which of a sector's two keys, with its number in the authenticate command of PC/SC part 3. */
public enum KeyType {
    /** Key A. */
    A(0x60),
    /** Key B. */
    B(0x61);

    private final int code;

    KeyType(int code) {
        this.code = code;
    }

    /**
     * Its number in the authenticate command, and in the card's own.
     *
     * @return 60 or 61
     */
    public int code() {
        return code;
    }

    /**
     * The key type with a number.
     *
     * @param code 60 or 61
     * @return the type
     */
    public static KeyType ofCode(int code) {
        for (KeyType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("no key type has the number " + code);
    }
}
