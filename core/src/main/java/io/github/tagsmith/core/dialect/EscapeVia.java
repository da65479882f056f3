package io.github.tagsmith.core.dialect;

/** The way on which a reader takes commands about itself. */
public enum EscapeVia {
    /** Not known, or none. */
    NONE,
    /** Like a command to the card, SCardTransmit. */
    TRANSMIT,
    /** The driver's escape code, SCardControl. */
    CONTROL
}
