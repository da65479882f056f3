package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * What a storage card sends back.
 *
 * @param kind acknowledge, refusal, data, or nothing
 * @param data 16 bytes for data, else empty
 */
public record StorageAnswer(Kind kind, Bytes data) {

    private static final StorageAnswer ACK = new StorageAnswer(Kind.ACK, Bytes.EMPTY);
    private static final StorageAnswer NAK = new StorageAnswer(Kind.NAK, Bytes.EMPTY);
    private static final StorageAnswer SILENT = new StorageAnswer(Kind.SILENT, Bytes.EMPTY);

    /** The four sorts of answer. */
    public enum Kind {
        /** Done; the four bits A. */
        ACK,
        /** Not allowed; the four bits 4. */
        NAK,
        /** Data of a block. */
        DATA,
        /** No answer at all. */
        SILENT
    }

    /**
     * Done.
     *
     * @return an acknowledge
     */
    public static StorageAnswer ack() {
        return ACK;
    }

    /**
     * Not allowed.
     *
     * @return a refusal
     */
    public static StorageAnswer nak() {
        return NAK;
    }

    /**
     * No answer: the card is halted, or the key was wrong.
     *
     * @return silence
     */
    public static StorageAnswer silent() {
        return SILENT;
    }

    /**
     * Data.
     *
     * @param data 16 bytes
     * @return an answer that carries them
     */
    public static StorageAnswer of(Bytes data) {
        return new StorageAnswer(Kind.DATA, data);
    }

    /**
     * Whether the card did what was asked.
     *
     * @return true for an acknowledge and for data
     */
    public boolean isOk() {
        return kind == Kind.ACK || kind == Kind.DATA;
    }
}
