package io.github.tagsmith.core.reader;

/** How APDUs travel to the card; SCARD_PROTOCOL of PC/SC. */
public enum Protocol {
    /** ISO/IEC 7816-3 T=0. */
    T0,
    /** ISO/IEC 7816-3 T=1; contactless cards are shown as such. */
    T1,
    /** As the reader's driver does it. */
    RAW,
    /** None: a direct connection to the reader. */
    NONE
}
