package io.github.tagsmith.core.ndef;

/** Type name format: what the type field of a record is; NDEF 1.0 section 3.2.6. */
public enum Tnf {
    /** Nothing: no type, no identifier, no payload. */
    EMPTY(0),
    /** A well-known type of the NFC Forum, for instance U or T. */
    WELL_KNOWN(1),
    /** A media type, for instance text/plain. */
    MEDIA_TYPE(2),
    /** An absolute URI that names the type. */
    ABSOLUTE_URI(3),
    /** An external type, for instance example.com:thing. */
    EXTERNAL(4),
    /** Not said; the type is empty. */
    UNKNOWN(5),
    /** As in the chunk before; only inside a chunked payload. */
    UNCHANGED(6),
    /** Reserved. */
    RESERVED(7);

    private static final Tnf[] BY_NUMBER = values();

    private final int number;

    Tnf(int number) {
        this.number = number;
    }

    /**
     * Its number in the record.
     *
     * @return 0 to 7
     */
    public int number() {
        return number;
    }

    /**
     * The format with a number.
     *
     * @param number 0 to 7
     * @return the format
     */
    static Tnf of(int number) {
        return BY_NUMBER[number];
    }
}
