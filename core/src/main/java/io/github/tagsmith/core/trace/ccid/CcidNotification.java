package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * A message on the interrupt endpoint (CCID 1.1 section 6.3).
 *
 * @param source whose it is
 * @param packet the packet's number
 * @param timeNs when, nanoseconds since 1970
 * @param raw 50 and two bits a slot (1 present, 2 changed), or 51, slot, sequence, code
 */
public record CcidNotification(CcidInterface source, long packet, long timeNs, Bytes raw) {

    private static final int NOTIFY_SLOT_CHANGE = 0x50;
    private static final int HARDWARE_ERROR = 0x51;
    private static final int HARDWARE_ERROR_SIZE = 4;

    /**
     * Whether a card came or went.
     *
     * @return true for RDR_to_PC_NotifySlotChange
     */
    public boolean isSlotChange() {
        return raw.get(0) == NOTIFY_SLOT_CHANGE;
    }

    static boolean isOne(Bytes raw) {
        boolean change = raw.length() >= 2 && raw.get(0) == NOTIFY_SLOT_CHANGE;
        return change || (raw.length() >= HARDWARE_ERROR_SIZE && raw.get(0) == HARDWARE_ERROR);
    }

    /**
     * For how many slots it speaks.
     *
     * @return the number of slots
     */
    public int slots() {
        int told = (raw.length() - 1) * 4;
        Optional<CcidDescriptor> descriptor = source.descriptor();
        return descriptor.isEmpty() ? told : Math.min(told, descriptor.get().slots());
    }

    /**
     * Whether a card is there.
     *
     * @param slot the slot
     * @return true if so
     */
    public boolean isPresent(int slot) {
        return bits(slot, 1);
    }

    /**
     * Whether that has changed.
     *
     * @param slot the slot
     * @return true if so
     */
    public boolean isChanged(int slot) {
        return bits(slot, 2);
    }

    private boolean bits(int slot, int mask) {
        return ((raw.get(1 + slot / 4) >> (slot % 4 * 2)) & mask) != 0;
    }
}
