package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * Access rights of a DESFire file as they stand in a message: {@code [read-write << 4 | change] [read << 4 | write]}; each a key
 * number from 0 to 13, E (free) or F (never). Source: the project's page on DESFire, section 8.
 *
 * @param read who may read
 * @param write who may write
 * @param readWrite who may do both
 * @param change who may change these rights
 */
public record DesfireRights(int read, int write, int readWrite, int change) {

    private static final int FREE = 0xE;
    private static final int NEVER = 0xF;

    /**
     * Reads two bytes.
     *
     * @param bytes as in a message
     * @return the rights
     */
    public static DesfireRights of(Bytes bytes) {
        int first = bytes.get(0);
        int second = bytes.get(1);
        return new DesfireRights(second >> 4, second & 0xF, first >> 4, first & 0xF);
    }

    /**
     * Who has a right.
     *
     * @param right a key number, E or F
     * @return key and number, free or never
     */
    public static String words(int right) {
        return right == FREE ? "free" : right == NEVER ? "never" : "key " + right;
    }

    /**
     * The four in the order of the command line: read, write, read-write, change.
     *
     * @return four digits with commas
     */
    public String text() {
        return String.format("%X,%X,%X,%X", read, write, readWrite, change);
    }
}
