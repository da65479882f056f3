package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.usb.UsbRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the messages of one bulk endpoint together: most come in one transfer, some in many. */
final class MessageAssembler {

    /** The longest message of an extended APDU: header, 4 + 3 + 65535 + 2 bytes, and room for a T=1 block around it. */
    static final long LONGEST = 65556;

    /** Takes what is put together. */
    interface Sink {

        /** A message: its packets, header and data, and whether data is missing. */
        void message(List<Long> packets, long timeNs, Bytes header, Bytes data, boolean cut);

        /** Something wrong with a packet. */
        void fault(FaultKind kind, long packet, String message);
    }

    private final Sink sink;
    private final long limit;
    private final int maxPacket;
    private @Nullable Partial partial;

    /** A message of which more is to come. */
    private static final class Partial {
        final List<Long> packets = new ArrayList<>();
        final long timeNs;
        final long total;
        Bytes known;
        long seen;
        boolean cut;

        Partial(long timeNs, long total, Bytes known, long seen) {
            this.timeNs = timeNs;
            this.total = total;
            this.known = known;
            this.seen = seen;
        }
    }

    /**
     * An assembler at the start of a message.
     *
     * @param sink takes the messages
     * @param maxMessage dwMaxCCIDMessageLength, 0 if unknown
     * @param maxPacket wMaxPacketSize of the endpoint, 0 if unknown
     */
    MessageAssembler(Sink sink, long maxMessage, int maxPacket) {
        this.sink = sink;
        this.limit = maxMessage <= 0 ? LONGEST : Math.min(maxMessage, LONGEST);
        this.maxPacket = maxPacket;
    }

    /** Takes the data of a transfer. */
    void take(UsbRecord record, long packet, long timeNs) {
        if (record.wholeLength() == 0) {
            return;
        }
        Partial begun = partial;
        if (begun == null) {
            begin(record, packet, timeNs);
            return;
        }
        if (begun.seen + record.wholeLength() > begun.total) {
            abandon(begun, packet);
            begin(record, packet, timeNs);
            return;
        }
        begun.packets.add(packet);
        if (!begun.cut) {
            begun.known = begun.known.plus(record.data());
        }
        begun.cut |= record.isCut();
        begun.seen += record.wholeLength();
        finish(begun, record, packet);
    }

    private void begin(UsbRecord record, long packet, long timeNs) {
        if (record.length() < CcidMessage.HEADER) {
            if (!record.isCut()) {
                sink.fault(
                        FaultKind.BAD_PACKET,
                        packet,
                        "packet " + packet + " has a CCID message of " + record.length()
                                + " bytes, less than its header");
            }
            return;
        }
        long total = CcidMessage.HEADER + dataLength(record);
        if (total == record.wholeLength()) {
            emit(List.of(packet), timeNs, record.data(), record.isCut());
            return;
        }
        if (total > limit) {
            sink.fault(
                    FaultKind.BAD_CCID_LENGTH,
                    packet,
                    "the CCID message in packet " + packet + " claims " + dataLength(record) + " data bytes, "
                            + (record.wholeLength() - CcidMessage.HEADER) + " follow, and no message has more than "
                            + (limit - CcidMessage.HEADER));
            return;
        }
        if (total < record.wholeLength()) {
            sink.fault(
                    FaultKind.BAD_CCID_LENGTH,
                    packet,
                    "the CCID message in packet " + packet + " claims " + dataLength(record) + " data bytes, "
                            + (record.wholeLength() - CcidMessage.HEADER) + " follow");
            Bytes data = record.data();
            boolean cut = data.length() < total;
            emit(List.of(packet), timeNs, cut ? data : data.slice(0, (int) total), cut);
            return;
        }
        Partial begun = new Partial(timeNs, total, record.data(), record.wholeLength());
        begun.packets.add(packet);
        begun.cut = record.isCut();
        partial = begun;
        finish(begun, record, packet);
    }

    private void finish(Partial begun, UsbRecord last, long packet) {
        if (begun.seen == begun.total) {
            partial = null;
            emit(begun.packets, begun.timeNs, begun.known, begun.cut);
        } else if (maxPacket > 0 && last.wholeLength() % maxPacket != 0) {
            abandon(begun, packet);
        }
    }

    private void abandon(Partial begun, long packet) {
        partial = null;
        sink.fault(
                FaultKind.BAD_CCID_LENGTH,
                begun.packets.get(0),
                "the CCID message in packet " + begun.packets.get(0) + " claims "
                        + (begun.total - CcidMessage.HEADER) + " data bytes and ends after "
                        + (begun.seen - CcidMessage.HEADER) + " (packet " + packet + ")");
    }

    private void emit(List<Long> packets, long timeNs, Bytes whole, boolean cut) {
        sink.message(packets, timeNs, whole.slice(0, CcidMessage.HEADER), whole.slice(CcidMessage.HEADER), cut);
    }

    /** dwLength of the message that begins in a transfer of at least 5 bytes. */
    static long dataLength(UsbRecord record) {
        return (long) record.get(4) << 24 | record.get(3) << 16 | record.get(2) << 8 | record.get(1);
    }
}
