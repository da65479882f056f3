package io.github.tagsmith.core.trace.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The interface description block of pcapng. */
final class InterfaceBlock {

    private static final int OPTIONS = 16;
    private static final int NAME = 2;
    private static final int RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;
    private static final int LONGEST_NAME = 256;

    private InterfaceBlock() {}

    static CaptureInterface read(ByteBuffer block, int start, int end, int id) {
        int options = start + OPTIONS;
        return new CaptureInterface(
                id,
                Short.toUnsignedInt(block.getShort(start + 8)),
                Integer.toUnsignedLong(block.getInt(start + 12)),
                new TimeStamps(resolution(block, options, end), timeOffset(block, options, end)),
                name(block, options, end));
    }

    private static int resolution(ByteBuffer block, int options, int end) {
        int at = PcapngOptions.find(block, options, end, RESOLUTION);
        return at < 0 || PcapngOptions.length(block, at) < 1
                ? TimeStamps.MICROSECONDS.resolution()
                : Byte.toUnsignedInt(block.get(PcapngOptions.value(at)));
    }

    private static long timeOffset(ByteBuffer block, int options, int end) {
        int at = PcapngOptions.find(block, options, end, TIME_OFFSET);
        return at < 0 || PcapngOptions.length(block, at) < 8 ? 0 : block.getLong(PcapngOptions.value(at));
    }

    private static Optional<String> name(ByteBuffer block, int options, int end) {
        int at = PcapngOptions.find(block, options, end, NAME);
        if (at < 0) {
            return Optional.empty();
        }
        byte[] name = new byte[Math.min(LONGEST_NAME, PcapngOptions.length(block, at))];
        block.get(PcapngOptions.value(at), name);
        return Optional.of(new String(name, 0, lengthWithoutZeros(name), StandardCharsets.UTF_8));
    }

    private static int lengthWithoutZeros(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return length;
    }
}
