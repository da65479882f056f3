package io.github.tagsmith.desfire.model;

/**
 * The version of a key, which the card tells without authentication and gives no meaning to.
 *
 * @param value 0 to 255
 */
public record KeyVersion(int value) implements Comparable<KeyVersion> {

    /** The version of a key as delivered. */
    public static final KeyVersion ZERO = new KeyVersion(0);

    /**
     * Checks the range.
     *
     * @param value 0 to 255
     */
    public KeyVersion {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("key version " + value + " is not 0 to 255");
        }
    }

    @Override
    public int compareTo(KeyVersion other) {
        return Integer.compare(value, other.value);
    }

    /** In decimal. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
