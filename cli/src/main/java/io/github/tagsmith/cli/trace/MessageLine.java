package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidNotification;
import io.github.tagsmith.core.trace.ccid.ControlRequest;
import io.github.tagsmith.core.trace.ccid.MessageFields;
import io.github.tagsmith.core.trace.exchange.T1Block;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CCID message in a line. */
final class MessageLine {

    private static final Set<String> IN_OTHER_WORDS = Set.of("bStatus", "bError");

    private MessageLine() {}

    static void append(StringBuilder line, CcidMessage message, Optional<T1Block> block, String data) {
        line.append(message.source().device()).append('/').append(message.slot());
        line.append(message.isAnswer() ? " <- " : " -> ");
        line.append(shortTitle(MessageFields.title(message)));
        line.append(" seq=").append(message.sequence());
        for (Map.Entry<String, Object> field : MessageFields.of(message).entrySet()) {
            if (!IN_OTHER_WORDS.contains(field.getKey())) {
                line.append(' ').append(field.getKey()).append('=').append(field.getValue());
            }
        }
        if (!message.data().isEmpty()) {
            line.append(' ').append(data);
        }
        if (message.cut()) {
            line.append("... (cut, ").append(message.length()).append(" bytes)");
        }
        if (block.isPresent()) {
            append(line, block.get());
        }
    }

    private static String shortTitle(String title) {
        return title.substring(title.lastIndexOf('_') + 1);
    }

    private static void append(StringBuilder line, T1Block block) {
        line.append(" (T=1 ").append(block.type());
        switch (block.type()) {
            case I -> line.append(" N(S)=").append(block.sendSequence()).append(block.hasMore() ? " more" : "");
            case R ->
                line.append(" N(R)=")
                        .append(block.receiveSequence())
                        .append(' ')
                        .append(block.complaint());
            case S -> {
                line.append(' ')
                        .append(
                                block.supervisory().isEmpty()
                                        ? "?"
                                        : block.supervisory().get().name());
                line.append(block.isSupervisoryAnswer() ? " response" : " request");
            }
        }
        line.append(block.isIntact() ? ")" : ", damaged)");
    }

    static void append(StringBuilder line, CcidNotification notification) {
        line.append(notification.source().device()).append("   <- ");
        if (!notification.isSlotChange()) {
            line.append("HardwareError ").append(notification.raw().toHex());
            return;
        }
        line.append("NotifySlotChange");
        for (int slot = 0; slot < notification.slots(); slot++) {
            line.append(" slot ").append(slot).append(notification.isPresent(slot) ? " card" : " empty");
            line.append(notification.isChanged(slot) ? " changed" : "");
        }
    }

    static void append(StringBuilder line, ControlRequest request) {
        line.append(request.source().device()).append("   -> control ").append(request.request());
        line.append(" wValue=").append(Hex.ofByte(request.value() >> 8)).append(Hex.ofByte(request.value() & 0xFF));
        if (!request.data().isEmpty()) {
            line.append(' ').append(request.data().toHex());
        }
    }
}
