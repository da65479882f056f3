package io.github.tagsmith.core.trace.exchange;

import java.util.Locale;

/** How a command went over the wire. */
public enum ExchangeLevel {
    /** As an APDU; the capture does not tell what the reader is. */
    APDU,
    /** As an APDU, to a reader of short ones. */
    SHORT_APDU,
    /** As an APDU, to a reader of short and extended ones. */
    EXTENDED_APDU,
    /** As a TPDU of T=0. */
    TPDU_T0,
    /** As blocks of T=1. */
    TPDU_T1,
    /** Not at all: the reader said that it failed. */
    XFR_FAILED,
    /** To the reader itself. */
    ESCAPE,
    /** With a PIN typed at the reader. */
    SECURE_PIN_VERIFY,
    /** With PINs typed at the reader, to change one. */
    SECURE_PIN_MODIFY;

    /**
     * Its name for scripts.
     *
     * @return words joined by hyphens
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
