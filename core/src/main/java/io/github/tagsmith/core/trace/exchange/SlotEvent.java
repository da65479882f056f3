package io.github.tagsmith.core.trace.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a card apart from commands.
 *
 * @param slot where, in a capture of USB
 * @param readerName where, in a log of APDUs
 * @param kind what
 * @param timeNs when, nanoseconds since 1970
 * @param details more about it, by name: texts and booleans
 * @param packets the packets it was in
 */
public record SlotEvent(
        Optional<CardSlot> slot,
        Optional<String> readerName,
        Kind kind,
        long timeNs,
        Map<String, Object> details,
        List<Long> packets) {

    /** What happened. */
    public enum Kind {
        /** The card was activated; its ATR is in the details. */
        POWER_ON,
        /** The card could not be activated. */
        POWER_ON_FAILED,
        /** The card was deactivated. */
        POWER_OFF,
        /** The transmission protocol was set. */
        SET_PARAMETERS,
        /** Protocol and parameters were negotiated with the card (ISO/IEC 7816-3 section 9). */
        PPS;

        /**
         * Its name for scripts.
         *
         * @return words joined by hyphens
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
