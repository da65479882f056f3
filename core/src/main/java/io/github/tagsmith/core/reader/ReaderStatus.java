package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * What is in a reader.
 *
 * @param cardPresent whether a card is in it
 * @param mute whether that card does not answer
 * @param inUse whether somebody is connected to it
 * @param exclusive whether that somebody has it alone
 * @param atr the card's answer to reset; empty without a card or with a mute one
 */
public record ReaderStatus(boolean cardPresent, boolean mute, boolean inUse, boolean exclusive, Bytes atr) {

    /** No card. */
    public static final ReaderStatus EMPTY = new ReaderStatus(false, false, false, false, Bytes.EMPTY);
}
