package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Set;

/**
 * What a connection knows about its card; SCardStatus of PC/SC.
 *
 * @param readerName the reader
 * @param states what holds; several at once on some systems
 * @param protocol the protocol in use
 * @param atr the ATR; empty without a card
 */
public record CardStatus(String readerName, Set<State> states, Protocol protocol, Bytes atr) {

    /** One state of a card. */
    public enum State {
        /** There is no card. */
        ABSENT,
        /** There is a card. */
        PRESENT,
        /** The card is in place, without power. */
        SWALLOWED,
        /** The card has power. */
        POWERED,
        /** The card was reset and waits for a choice of protocol. */
        NEGOTIABLE,
        /** The protocol is settled. */
        SPECIFIC
    }

    /**
     * Copies the states.
     *
     * @param readerName the reader
     * @param states what holds
     * @param protocol the protocol in use
     * @param atr the ATR
     */
    public CardStatus {
        states = Set.copyOf(states);
    }
}
