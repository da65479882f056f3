package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.trace.ccid.CcidInterface;

/**
 * Where a card is.
 *
 * @param reader the reader
 * @param slot its slot, 0 to 255
 */
public record CardSlot(CcidInterface reader, int slot) {}
