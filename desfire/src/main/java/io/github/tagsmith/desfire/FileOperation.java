package io.github.tagsmith.desfire;

import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import java.util.stream.Stream;

/**
 * What is done with a file, and which of its rights allow it; the right to both allows everything. Source: MF2DLHX0, libfreefare;
 * stated only.
 */
public enum FileOperation {
    /** Reading data or records. */
    READ(true, false),
    /** Writing data or records. */
    WRITE(false, true),
    /** Clearing a record file. */
    CLEAR(false, false),
    /** Asking for a value. */
    GET_VALUE(true, true),
    /** Taking from a value. */
    DEBIT(true, true),
    /** Giving back to a value. */
    LIMITED_CREDIT(false, true),
    /** Adding to a value. */
    CREDIT(false, false);

    private final boolean byReaders;
    private final boolean byWriters;

    FileOperation(boolean byReaders, boolean byWriters) {
        this.byReaders = byReaders;
        this.byWriters = byWriters;
    }

    /**
     * Who may do it.
     *
     * @param file the file's rights
     * @return each right that allows it by itself
     */
    public Stream<AccessRight> allowedBy(AccessRights file) {
        Stream<AccessRight> readers = byReaders ? Stream.of(file.read()) : Stream.empty();
        Stream<AccessRight> writers = byWriters ? Stream.of(file.write()) : Stream.empty();
        return Stream.concat(Stream.of(file.readWrite()), Stream.concat(readers, writers));
    }
}
