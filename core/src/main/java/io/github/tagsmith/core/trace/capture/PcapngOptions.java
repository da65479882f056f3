package io.github.tagsmith.core.trace.capture;

import java.nio.ByteBuffer;

/**
 * The options at the end of a pcapng block.
 *
 * <pre>
 * 00 u16 code   02 u16 length   04 value, padded to 4 bytes      code 0 ends the list
 * </pre>
 */
final class PcapngOptions {

    private static final int HEADER = 4;

    private PcapngOptions() {}

    /** Where an option's header is, or -1; a list that runs over its end ends there. */
    static int find(ByteBuffer bytes, int start, int end, int code) {
        int at = start;
        while (end - at >= HEADER) {
            int found = Short.toUnsignedInt(bytes.getShort(at));
            int next = at + HEADER + padded(length(bytes, at));
            if (found == 0 || value(at) + length(bytes, at) > end) {
                return -1;
            }
            if (found == code) {
                return at;
            }
            at = next;
        }
        return -1;
    }

    static int length(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at + 2));
    }

    static int value(int at) {
        return at + HEADER;
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
