package io.github.tagsmith.core.trace.capture;

import io.github.tagsmith.core.error.NfcException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * pcap.
 *
 * <pre>
 * file    00 magic   04 u16 major, u16 minor   08 zone   0C accuracy   10 u32 snap length   14 u32 link type (upper 4 bits: FCS)
 * record  00 u32 seconds   04 u32 micro- or nanoseconds   08 u32 captured   0C u32 original length   10 the packet
 * </pre>
 */
final class PcapReader implements CaptureReader {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int LINK_TYPE_MASK = 0x0FFFFFFF;

    private final CaptureInput input;
    private final CaptureFormat format;
    private final CaptureInterface source;
    private final long unitNs;
    private long number;

    private PcapReader(CaptureInput input, CaptureFormat format) {
        this.input = input;
        this.format = format;
        this.source = format.interfaces().get(0);
        this.unitNs = source.clock().nanoseconds(1);
    }

    static PcapReader open(CaptureInput input, PcapMagic magic) throws NfcException {
        if (magic.isModified()) {
            throw CaptureException.at(
                    FaultKind.NOT_A_CAPTURE,
                    0,
                    "this is the modified pcap with longer records, which is not read here");
        }
        if (!input.has(FILE_HEADER)) {
            throw CaptureException.at(
                    FaultKind.TRUNCATED,
                    input.available(),
                    "the file ends at offset " + input.available() + ", inside the pcap header of " + FILE_HEADER
                            + " bytes");
        }
        input.order(magic.order());
        ByteBuffer header = input.window();
        int start = input.start();
        String version =
                Short.toUnsignedInt(header.getShort(start + 4)) + "." + Short.toUnsignedInt(header.getShort(start + 6));
        CaptureInterface source = new CaptureInterface(
                0,
                header.getInt(start + 20) & LINK_TYPE_MASK,
                Integer.toUnsignedLong(header.getInt(start + 16)),
                magic.clock(),
                Optional.empty());
        input.skip(FILE_HEADER);
        return new PcapReader(
                input,
                new CaptureFormat(
                        CaptureFormat.Container.PCAP, magic.order(), Optional.of(version), List.of(source), 1));
    }

    @Override
    public CaptureFormat format() {
        return format;
    }

    @Override
    public boolean next(Packet packet) throws NfcException {
        if (!input.has(RECORD_HEADER)) {
            if (input.available() == 0) {
                return false;
            }
            throw truncated("the header of packet " + (number + 1));
        }
        ByteBuffer window = input.window();
        int start = input.start();
        long captured = Integer.toUnsignedLong(window.getInt(start + 8));
        if (captured > MAX_PACKET) {
            throw CaptureException.at(
                    FaultKind.BAD_LENGTH,
                    input.offset(),
                    "packet " + (number + 1) + " at offset " + input.offset() + " claims " + captured
                            + " bytes, more than any packet has");
        }
        if (!input.has(RECORD_HEADER + (int) captured)) {
            throw truncated("packet " + (number + 1));
        }
        fill(packet, input.window(), input.start(), (int) captured);
        input.skip(RECORD_HEADER + (int) captured);
        return true;
    }

    private void fill(Packet packet, ByteBuffer window, int start, int captured) {
        packet.number = ++number;
        packet.timeNs = Integer.toUnsignedLong(window.getInt(start)) * 1_000_000_000L
                + Integer.toUnsignedLong(window.getInt(start + 4)) * unitNs;
        packet.source = source;
        packet.bytes = window;
        packet.start = start + RECORD_HEADER;
        packet.length = captured;
        packet.originalLength = Integer.toUnsignedLong(window.getInt(start + 12));
    }

    private CaptureException truncated(String what) {
        long end = input.offset() + input.available();
        return CaptureException.at(
                FaultKind.TRUNCATED,
                input.offset(),
                "the file ends at offset " + end + ", inside " + what + " that starts at offset " + input.offset());
    }
}
