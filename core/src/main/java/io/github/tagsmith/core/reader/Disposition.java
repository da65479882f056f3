package io.github.tagsmith.core.reader;

/** What happens to the card at the end of a connection or transaction; SCARD_LEAVE_CARD and its siblings. */
public enum Disposition {
    /** Nothing. */
    LEAVE,
    /** Warm reset: the card forgets selections and authentications. */
    RESET,
    /** Power off: at the next use a cold reset. */
    UNPOWER,
    /** Eject, where a reader can; else like power off. */
    EJECT
}
