package io.github.tagsmith.core.trace.capture;

import java.util.Locale;

/** What can be wrong with a capture, and whether reading goes on after it. */
public enum FaultKind {
    /** There is no byte at all. */
    EMPTY_FILE(Severity.FATAL),
    /** Something else than a capture, or a kind of capture that is not read. */
    NOT_A_CAPTURE(Severity.FATAL),
    /** The file ends inside a header or a packet. */
    TRUNCATED(Severity.FATAL),
    /** A packet claims a length that no packet has. */
    BAD_LENGTH(Severity.FATAL),
    /** A pcapng block contradicts itself. */
    BAD_BLOCK(Severity.FATAL),
    /** The compressed form is damaged. */
    BAD_GZIP(Severity.FATAL),
    /** The packets are not of USB and not exported APDUs. */
    UNSUPPORTED_LINK_TYPE(Severity.FATAL),
    /** A packet is too short for its headers. */
    BAD_PACKET(Severity.WARNING),
    /** A CCID message claims a length that it does not have. */
    BAD_CCID_LENGTH(Severity.WARNING),
    /** A USB descriptor contradicts itself. */
    BAD_DESCRIPTOR(Severity.WARNING),
    /** A T=1 block is no block. */
    BAD_T1_BLOCK(Severity.WARNING),
    /** More devices, or a longer exchange, than anything real has. */
    TOO_MUCH(Severity.WARNING),
    /** A good header and nothing behind it. */
    NO_PACKETS(Severity.NOTICE),
    /** Packets, and no reader among them. */
    NO_CCID_DEVICE(Severity.NOTICE);

    /** What becomes of the reading. */
    public enum Severity {
        /** It ends here; what came before stands. */
        FATAL,
        /** It goes on behind the bad part. */
        WARNING,
        /** Nothing is wrong. */
        NOTICE
    }

    private final Severity severity;

    FaultKind(Severity severity) {
        this.severity = severity;
    }

    /**
     * Whether reading goes on.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Its name for scripts.
     *
     * @return words joined by hyphens
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
