package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.ccid.CcidInterface;
import io.github.tagsmith.core.trace.ccid.CcidListener;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidNotification;
import io.github.tagsmith.core.trace.ccid.ControlRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Sorts CCID messages by reader and slot, and tells what they amount to. */
public final class ExchangeDecoder implements CcidListener {

    private static final int SLOTS = 256;

    private final ExchangeListener listener;
    private final OptionalInt onlySlot;
    private final Map<CcidInterface, @Nullable SlotConversation[]> readers = new HashMap<>();
    private @Nullable CcidInterface recent;
    private @Nullable SlotConversation[] recentSlots = new @Nullable SlotConversation[0];

    /**
     * A decoder at the start of a capture.
     *
     * @param listener takes what it finds
     * @param onlySlot the one slot to look at, or all
     */
    public ExchangeDecoder(ExchangeListener listener, OptionalInt onlySlot) {
        this.listener = listener;
        this.onlySlot = onlySlot;
    }

    @Override
    public void message(CcidMessage message) {
        if (onlySlot.isPresent() && onlySlot.getAsInt() != message.slot()) {
            return;
        }
        conversation(message).take(message);
    }

    private SlotConversation conversation(CcidMessage message) {
        if (!message.source().equals(recent)) {
            recent = message.source();
            recentSlots = slots(message.source());
        }
        SlotConversation found = recentSlots[message.slot()];
        if (found == null) {
            found = new SlotConversation(new CardSlot(message.source(), message.slot()), listener);
            recentSlots[message.slot()] = found;
        }
        return found;
    }

    private @Nullable SlotConversation[] slots(CcidInterface reader) {
        @Nullable SlotConversation[] slots = readers.get(reader);
        if (slots == null) {
            slots = new @Nullable SlotConversation[SLOTS];
            readers.put(reader, slots);
        }
        return slots;
    }

    @Override
    public void notification(CcidNotification notification) {
        listener.notification(notification);
    }

    @Override
    public void control(ControlRequest request) {
        listener.control(request);
    }

    @Override
    public void fault(CaptureFault fault) {
        listener.fault(fault);
    }
}
