package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The first bytes of something, some digits of which may be any.
 *
 * @param value the digits that are given, 0 for the others
 * @param mask F for a digit that is given, 0 for one that may be any
 */
record BytePattern(Bytes value, Bytes mask) {

    /** Reads hexadecimal digits, a dot for any digit; blanks do not count. */
    static BytePattern parse(String text) {
        StringBuilder value = new StringBuilder();
        StringBuilder mask = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ') {
                value.append(c == '.' ? '0' : c);
                mask.append(c == '.' ? '0' : 'F');
            }
        }
        return new BytePattern(Bytes.fromHex(value.toString()), Bytes.fromHex(mask.toString()));
    }

    boolean fits(Bytes bytes) {
        return bytes.length() >= value.length() && fits(bytes, value.length());
    }

    /** Whether the first bytes of the pattern fit. */
    boolean fits(Bytes bytes, int count) {
        for (int i = 0; i < count; i++) {
            if ((bytes.get(i) & mask.get(i)) != value.get(i)) {
                return false;
            }
        }
        return true;
    }
}
