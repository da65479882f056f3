package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;

/** Numbers of three bytes, least significant first: sizes, offsets, counts. */
final class ThreeByteNumber {

    static final int MAX = 0xFFFFFF;

    private ThreeByteNumber() {}

    static void check(int value, String what) {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException(what + " " + value + " is not 0 to " + MAX);
        }
    }

    static Bytes wire(int value, String what) {
        check(value, what);
        return Bytes.littleEndian(value, 3);
    }
}
