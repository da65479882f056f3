package io.github.tagsmith.cli.terminal;

import io.github.tagsmith.core.error.ErrorKind;

/** The exit statuses that scripts rely on. */
public enum ExitCode {
    /** The card did what was asked. */
    OK(0),
    /** The card or reader refused. */
    REFUSED(1),
    /** Wrong usage. */
    USAGE(2),
    /** No reader, no service, or more than one to choose from. */
    NO_READER(3),
    /** No card, or it left the field. */
    NO_CARD(4),
    /** No known key fits. */
    AUTHENTICATION(5),
    /** Done in part. */
    PARTIAL(6),
    /** Refused by us. */
    UNSAFE(7),
    /** Malformed input. */
    MALFORMED(8),
    /** A bug of ours. */
    BUG(70);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /**
     * The number the program ends with.
     *
     * @return 0 to 70
     */
    public int status() {
        return status;
    }

    /**
     * The status for an error.
     *
     * @param kind what went wrong
     * @return the status
     */
    public static ExitCode of(ErrorKind kind) {
        return switch (kind) {
            case NO_SERVICE, NO_READER, AMBIGUOUS_READER -> NO_READER;
            case NO_CARD, CARD_REMOVED -> NO_CARD;
            case AUTHENTICATION_FAILED -> AUTHENTICATION;
            case INVALID_REQUEST, FILE -> USAGE;
            case UNSAFE -> UNSAFE;
            case MALFORMED_INPUT -> MALFORMED;
            case READER_BUSY, READER_FAILED, REFUSED, PROTOCOL, TIMEOUT, CANCELLED -> REFUSED;
        };
    }
}
