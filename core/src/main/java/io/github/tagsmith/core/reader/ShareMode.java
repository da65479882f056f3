package io.github.tagsmith.core.reader;

/** Who else may use a card while it is open; SCARD_SHARE of PC/SC. */
public enum ShareMode {
    /** Others may use it too. */
    SHARED,
    /** Nobody else. */
    EXCLUSIVE,
    /** The reader itself, card or not: only control commands. */
    DIRECT
}
