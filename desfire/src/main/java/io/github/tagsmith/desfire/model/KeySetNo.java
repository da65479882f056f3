package io.github.tagsmith.desfire.model;

/**
 * The number of a key set in its application; 0 is the one that is active first.
 *
 * @param value 0 to 15
 */
public record KeySetNo(int value) implements Comparable<KeySetNo> {

    /**
     * Checks the range.
     *
     * @param value 0 to 15
     */
    public KeySetNo {
        if (value < 0 || value > 15) {
            throw new IllegalArgumentException("key set number " + value + " is not 0 to 15");
        }
    }

    @Override
    public int compareTo(KeySetNo other) {
        return Integer.compare(value, other.value);
    }

    /** In decimal. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
