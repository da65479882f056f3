package io.github.tagsmith.core.bytes;

/** Text that should be hexadecimal is not. */
public final class HexFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Index of the offending character. */
    private final int position;

    HexFormatException(String message, int position) {
        super(message);
        this.position = position;
    }

    /**
     * Where the text stops being hexadecimal.
     *
     * @return index of the offending character, from 0
     */
    public int position() {
        return position;
    }
}
