package io.github.tagsmith.desfire.command;

/** Who cuts long data into frames. */
public enum Chaining {
    /** The card's application, by additional frames: every generation but NTAG 424 DNA and Light. */
    NATIVE,
    /** ISO/IEC 14443-4 below, or longer APDUs: EV2 and later. */
    ISO
}
