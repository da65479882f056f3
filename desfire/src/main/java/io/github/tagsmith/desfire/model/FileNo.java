package io.github.tagsmith.desfire.model;

/**
 * The number of a file in its application.
 *
 * @param value 0 to 31
 */
public record FileNo(int value) implements Comparable<FileNo> {

    /**
     * Checks the range.
     *
     * @param value 0 to 31
     */
    public FileNo {
        if (value < 0 || value > 31) {
            throw new IllegalArgumentException("file number " + value + " is not 0 to 31");
        }
    }

    @Override
    public int compareTo(FileNo other) {
        return Integer.compare(value, other.value);
    }

    /** In decimal. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
