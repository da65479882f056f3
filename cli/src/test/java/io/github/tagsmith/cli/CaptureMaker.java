package io.github.tagsmith.cli;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A capture of any length, made as it is read: a real one, whose packets from the first exchange on come again and again. So
 * the traffic is that of a driver and a reader, and no file is as large as what is tested.
 */
final class CaptureMaker extends InputStream {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final ByteBuffer once;
    private final int loopStart;
    private final long packetsOnce;
    private final long packetsPerLoop;
    private long loops;
    private long packets;

    /**
     * A capture made from another.
     *
     * @param pcap a little-endian pcap file
     * @param fromPacket the packet, from 1, from which on it is repeated
     * @param size the least number of bytes
     */
    CaptureMaker(byte[] pcap, int fromPacket, long size) {
        once = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
        int at = FILE_HEADER;
        long number = 1;
        int start = at;
        while (at < pcap.length) {
            if (number == fromPacket) {
                start = at;
            }
            at += RECORD_HEADER + once.getInt(at + 8);
            number++;
        }
        loopStart = start;
        packetsOnce = number - 1;
        packetsPerLoop = number - fromPacket;
        loops = Math.max(0, (size - pcap.length) / (pcap.length - loopStart) + 1);
        packets = packetsOnce + loops * packetsPerLoop;
    }

    long packets() {
        return packets;
    }

    long loops() {
        return loops;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!once.hasRemaining()) {
            if (loops == 0) {
                return -1;
            }
            loops--;
            once.position(loopStart);
        }
        int count = Math.min(length, once.remaining());
        once.get(target, offset, count);
        return count;
    }
}
