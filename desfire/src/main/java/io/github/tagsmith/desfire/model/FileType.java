package io.github.tagsmith.desfire.model;

import java.util.Arrays;
import java.util.Optional;

/** What a file holds and how it is written. */
public enum FileType {
    /** Bytes, written at once. */
    STANDARD(0, "standard"),
    /** Bytes, written with the transaction. */
    BACKUP(1, "backup"),
    /** A signed number of 32 bits, changed with the transaction. */
    VALUE(2, "value"),
    /** Records until it is full, written with the transaction. */
    LINEAR_RECORD(3, "linear"),
    /** Records, the newest replacing the oldest, written with the transaction. */
    CYCLIC_RECORD(4, "cyclic"),
    /** The counter and MAC of the last transaction, EV2 and later. */
    TRANSACTION_MAC(5, "tmac");

    private final int code;
    private final String label;

    FileType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * Its number in GetFileSettings.
     *
     * @return 0 to 5
     */
    public int code() {
        return code;
    }

    /**
     * The type with a number.
     *
     * @param code the number
     * @return the type, if there is one
     */
    public static Optional<FileType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** One word. */
    @Override
    public String toString() {
        return label;
    }
}
