package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * Something that happened to a reader, a card or the service.
 *
 * @param kind what happened
 * @param reader the reader's name; empty for the service
 * @param atr the card's ATR where a card came or changed; else empty
 */
public record ReaderEvent(Kind kind, String reader, Bytes atr) {

    /** What happened. */
    public enum Kind {
        /** A reader is there that was not there before. */
        READER_ADDED,
        /** A reader is gone. */
        READER_REMOVED,
        /** A card came, and answers. */
        CARD_INSERTED,
        /** The card left, or lost its reader. */
        CARD_REMOVED,
        /** Another card is there: between two looks one left and one came, or a mute one began to answer. */
        CARD_CHANGED,
        /** The card does not answer: upside down, damaged, or at the edge of the field. */
        CARD_MUTE,
        /** Somebody connected to the card, and shares it. */
        CARD_IN_USE,
        /** Somebody has the card alone. */
        CARD_EXCLUSIVE,
        /** Nobody is connected to the card any more. */
        CARD_FREE,
        /** The service stopped or was killed; its readers and cards are reported gone. */
        SERVICE_LOST,
        /** The service answers again; its readers and cards are reported anew. */
        SERVICE_BACK
    }

    static ReaderEvent of(Kind kind, String reader) {
        return new ReaderEvent(kind, reader, Bytes.EMPTY);
    }
}
