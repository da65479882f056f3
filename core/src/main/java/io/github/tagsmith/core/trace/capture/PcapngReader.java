package io.github.tagsmith.core.trace.capture;

import io.github.tagsmith.core.error.NfcException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * pcapng (draft-ietf-opsawg-pcapng). Every block, in the byte order of its section:
 *
 * <pre>
 * 00 u32 type   04 u32 total length   08 body   .. options   .. u32 total length again
 * section 0A0D0D0A    08 byte-order magic 1A2B3C4D   0C u16 major, u16 minor   10 u64 section length   18 options
 * interface 1         08 u16 link type, u16 0   0C u32 snap length   10 options
 * packet 6            08 u32 interface   0C u32 time high   10 u32 time low   14 u32 captured   18 u32 original   1C packet
 * packet 2 (old)      08 u16 interface, u16 drops, then as 6
 * packet 3 (simple)   08 u32 original   0C packet; interface 0, no time
 * </pre>
 */
final class PcapngReader implements CaptureReader {

    static final int MAGIC = 0x0A0D0D0A;

    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int BYTE_ORDER_SWAPPED = 0x4D3C2B1A;
    private static final int BLOCK_HEADER = 8;
    private static final int SMALLEST = 12;
    private static final int SECTION_SIZE = 28;
    private static final int SIMPLE_PACKET = 3;
    private static final int MAX_INTERFACES = 65536;

    private final CaptureInput input;
    private final List<CaptureInterface> all = new ArrayList<>();
    private final List<CaptureInterface> ofSection = new ArrayList<>();
    private @Nullable ByteOrder firstOrder;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int sections;
    private long number;

    PcapngReader(CaptureInput input) throws NfcException {
        this.input = input;
        while (ofSection.isEmpty() && input.has(1) && isStart()) {
            readBlock(null);
        }
    }

    /** Whether the next block is one of those that stand before packets, so that the format is known early. */
    private boolean isStart() throws NfcException {
        return !input.has(4)
                || input.window().getInt(input.start()) == MAGIC
                || input.window().getInt(input.start()) == 1;
    }

    @Override
    public CaptureFormat format() {
        return new CaptureFormat(
                CaptureFormat.Container.PCAPNG,
                firstOrder == null ? order : firstOrder,
                Optional.empty(),
                all,
                sections);
    }

    @Override
    public boolean next(Packet packet) throws NfcException {
        while (input.has(1)) {
            if (readBlock(packet)) {
                return true;
            }
        }
        return false;
    }

    /** Reads one block; true if it was a packet. */
    private boolean readBlock(@Nullable Packet packet) throws NfcException {
        require(BLOCK_HEADER);
        if (input.window().order(order).getInt(input.start()) == MAGIC) {
            startSection();
        }
        int type = input.window().getInt(input.start());
        long length = Integer.toUnsignedLong(input.window().getInt(input.start() + 4));
        checkLength(length);
        boolean known = type == MAGIC || type == 1 || isPacket(type);
        if (!known && length > input.window().capacity()) {
            passBlock(length);
            return false;
        }
        if (length > MAX_PACKET) {
            throw bad(FaultKind.BAD_LENGTH, "claims " + length + " bytes, more than any block has");
        }
        int size = (int) length;
        require(size);
        checkTrailer(input.window().getInt(input.start() + size - 4), length);
        boolean isPacket = false;
        if (type == 1) {
            addInterface(input.window(), input.start(), size);
        } else if (isPacket(type) && packet != null) {
            fill(packet, type, size);
            isPacket = true;
        }
        input.skip(size);
        return isPacket;
    }

    private static boolean isPacket(int type) {
        return type == 6 || type == 2 || type == SIMPLE_PACKET;
    }

    private void startSection() throws NfcException {
        require(SMALLEST);
        int magic = input.window().order(ByteOrder.BIG_ENDIAN).getInt(input.start() + BLOCK_HEADER);
        if (magic != BYTE_ORDER && magic != BYTE_ORDER_SWAPPED) {
            throw CaptureException.at(
                    FaultKind.NOT_A_CAPTURE,
                    input.offset() + BLOCK_HEADER,
                    String.format(
                            "the section at offset %d has the byte-order magic %08X, which is none",
                            input.offset(), magic));
        }
        order = magic == BYTE_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        input.order(order);
        if (firstOrder == null) {
            firstOrder = order;
        }
        if (Integer.toUnsignedLong(input.window().getInt(input.start() + 4)) < SECTION_SIZE) {
            throw bad(FaultKind.BAD_BLOCK, "is shorter than a section header");
        }
        ofSection.clear();
        sections++;
    }

    private void checkLength(long length) throws NfcException {
        if (length < SMALLEST || length % 4 != 0) {
            throw bad(
                    FaultKind.BAD_BLOCK,
                    "claims " + length + " bytes, which no block has (at least " + SMALLEST + ", a multiple of 4)");
        }
    }

    private void checkTrailer(int trailer, long length) throws NfcException {
        if (Integer.toUnsignedLong(trailer) != length) {
            throw bad(
                    FaultKind.BAD_BLOCK,
                    "says " + length + " bytes at its start and " + Integer.toUnsignedLong(trailer) + " at its end");
        }
    }

    private void passBlock(long length) throws NfcException {
        long start = input.offset();
        if (!input.pass(length - 4) || !input.has(4)) {
            throw truncated(start);
        }
        checkTrailer(input.window().getInt(input.start()), length);
        input.skip(4);
    }

    private void addInterface(ByteBuffer window, int start, int size) throws NfcException {
        if (size < 20) {
            throw bad(FaultKind.BAD_BLOCK, "is shorter than an interface description");
        }
        if (sections == 0 || all.size() >= MAX_INTERFACES) {
            throw bad(FaultKind.BAD_BLOCK, "describes an interface outside a section, or one too many");
        }
        CaptureInterface added = InterfaceBlock.read(window, start, start + size - 4, ofSection.size());
        ofSection.add(added);
        all.add(added);
    }

    private void fill(Packet packet, int type, int size) throws NfcException {
        ByteBuffer window = input.window();
        int start = input.start();
        int header = type == SIMPLE_PACKET ? SMALLEST : 28;
        if (size < header + 4) {
            throw bad(FaultKind.BAD_BLOCK, "is shorter than its packet header");
        }
        long id = type == SIMPLE_PACKET
                ? 0
                : type == 2
                        ? Short.toUnsignedInt(window.getShort(start + 8))
                        : Integer.toUnsignedLong(window.getInt(start + 8));
        if (id >= ofSection.size()) {
            throw bad(
                    FaultKind.BAD_BLOCK,
                    "(packet " + (number + 1) + ") is of interface " + id + ", the section has described "
                            + ofSection.size());
        }
        CaptureInterface source = ofSection.get((int) id);
        long original = Integer.toUnsignedLong(window.getInt(start + header - 4));
        long captured = type == SIMPLE_PACKET
                ? simpleLength(original, source, size - header - 4)
                : Integer.toUnsignedLong(window.getInt(start + 20));
        if (captured > size - header - 4) {
            throw bad(
                    FaultKind.BAD_LENGTH,
                    "(packet " + (number + 1) + ") claims " + captured + " bytes, the block has room for "
                            + (size - header - 4));
        }
        packet.number = ++number;
        packet.timeNs = type == SIMPLE_PACKET
                ? 0
                : source.clock()
                        .nanoseconds((long) window.getInt(start + 12) << 32
                                | Integer.toUnsignedLong(window.getInt(start + 16)));
        packet.source = source;
        packet.bytes = window;
        packet.start = start + header;
        packet.length = (int) captured;
        packet.originalLength = original;
        packet.optionsStart = packet.start + PcapngOptions.padded(packet.length);
        packet.optionsEnd = type == SIMPLE_PACKET ? packet.optionsStart : start + size - 4;
    }

    private static long simpleLength(long original, CaptureInterface source, int room) {
        long kept = source.snapLength() == 0 ? original : Math.min(original, source.snapLength());
        return Math.min(kept, room);
    }

    private void require(int count) throws NfcException {
        if (!input.has(count)) {
            throw truncated(input.offset());
        }
    }

    private CaptureException truncated(long start) {
        long end = input.offset() + input.available();
        return CaptureException.at(
                FaultKind.TRUNCATED,
                start,
                "the file ends at offset " + end + ", inside the block that starts at offset " + start);
    }

    private CaptureException bad(FaultKind kind, String what) {
        return CaptureException.at(kind, input.offset(), "the block at offset " + input.offset() + " " + what);
    }
}
