package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.usb.UsbRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two bulk endpoints of a CCID interface: messages in both directions, answers paired with their commands. */
final class CcidPipe implements MessageAssembler.Sink {

    /** How many commands are remembered; a reader works on one a slot, or few. */
    private static final int REMEMBERED = 64;

    private final CcidInterface source;
    private final CcidListener listener;
    private final MessageAssembler out;
    private final MessageAssembler in;
    private final @Nullable CcidMessage[] commands = new @Nullable CcidMessage[REMEMBERED];
    private int next;

    CcidPipe(CcidInterface source, int maxPacketOut, int maxPacketIn, CcidListener listener) {
        this.source = source;
        this.listener = listener;
        Optional<CcidDescriptor> descriptor = source.descriptor();
        long longest = descriptor.isEmpty() ? 0 : descriptor.get().maxMessageLength();
        this.out = new MessageAssembler(this, longest, maxPacketOut);
        this.in = new MessageAssembler(this, longest, maxPacketIn);
    }

    CcidInterface source() {
        return source;
    }

    /** Takes a transfer in the direction of its endpoint. */
    void take(UsbRecord record, long packet, long timeNs) {
        (record.isIn() ? in : out).take(record, packet, timeNs);
    }

    @Override
    public void message(List<Long> packets, long timeNs, Bytes header, Bytes data, boolean cut) {
        CcidMessage message = new CcidMessage(source, packets, timeNs, header, data, cut, Optional.empty());
        if (!message.isAnswer()) {
            commands[next] = message;
            next = (next + 1) % REMEMBERED;
            listener.message(message);
            return;
        }
        int place = place(message);
        CcidMessage command = place < 0 ? null : commands[place];
        if (place >= 0 && message.commandStatus() != CcidMessage.CommandStatus.TIME_EXTENSION) {
            commands[place] = null;
        }
        listener.message(new CcidMessage(source, packets, timeNs, header, data, cut, Optional.ofNullable(command)));
    }

    /** Where the newest command of that slot and sequence number is, or -1. */
    private int place(CcidMessage answer) {
        for (int i = 1; i <= REMEMBERED; i++) {
            int place = (next - i + REMEMBERED) % REMEMBERED;
            CcidMessage command = commands[place];
            if (command != null && command.slot() == answer.slot() && command.sequence() == answer.sequence()) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public void fault(FaultKind kind, long packet, String message) {
        listener.fault(CaptureFault.in(kind, message, packet));
    }
}
