package io.github.tagsmith.core.error;

/** What went wrong, in the terms in which a caller decides what to do next. */
public enum ErrorKind {
    /** The PC/SC library or service is missing or does not answer. */
    NO_SERVICE,
    /** No reader, or none of that name. */
    NO_READER,
    /** Several readers fit and none was chosen. */
    AMBIGUOUS_READER,
    /** Another program holds the reader or the card. */
    READER_BUSY,
    /** The reader, or the link to it, failed. */
    READER_FAILED,
    /** No card is in the field, or it does not answer. */
    NO_CARD,
    /** The card was there and is not any more, or was reset by somebody else. */
    CARD_REMOVED,
    /** The card or the reader answered with an error status. */
    REFUSED,
    /** The key is not the card's, or none of the known keys is. */
    AUTHENTICATION_FAILED,
    /** An answer does not have the form that the protocol asks for. */
    PROTOCOL,
    /** A request that makes no sense, refused before anything was sent. */
    INVALID_REQUEST,
    /** Refused by us, because it would lock or damage the card or overwrite something. */
    UNSAFE,
    /** A file or a text cannot be understood. */
    MALFORMED_INPUT,
    /** A file cannot be read or written. */
    FILE,
    /** The wait ended before anything happened. */
    TIMEOUT,
    /** Somebody called it off. */
    CANCELLED
}
