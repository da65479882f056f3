package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.trace.ccid.CcidInterface;
import org.jspecify.annotations.Nullable;

/**
 * Where a card is.
 *
 * @param reader the reader
 * @param slot its slot, 0 to 255
 */
public record CardSlot(CcidInterface reader, int slot) {

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CardSlot that && reader.equals(that.reader) && slot == that.slot;
    }

    @Override
    public int hashCode() {
        return 31 * reader.hashCode() + slot;
    }
}
