package io.github.tagsmith.core.trace.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Little-endian numbers in a window of any byte order. */
final class LittleEndian {

    private LittleEndian() {}

    static int u16(ByteBuffer bytes, int at) {
        short value = bytes.getShort(at);
        return Short.toUnsignedInt(isLittle(bytes) ? value : Short.reverseBytes(value));
    }

    static int s32(ByteBuffer bytes, int at) {
        int value = bytes.getInt(at);
        return isLittle(bytes) ? value : Integer.reverseBytes(value);
    }

    static long s64(ByteBuffer bytes, int at) {
        long value = bytes.getLong(at);
        return isLittle(bytes) ? value : Long.reverseBytes(value);
    }

    private static boolean isLittle(ByteBuffer bytes) {
        return bytes.order() == ByteOrder.LITTLE_ENDIAN;
    }
}
