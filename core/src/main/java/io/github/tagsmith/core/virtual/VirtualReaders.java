package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.Readers;
import java.util.List;

/** Readers that exist in this process only. */
public final class VirtualReaders implements Readers {

    private final List<Reader> readers;

    /**
     * A set of readers.
     *
     * @param readers in the order of the list
     */
    public VirtualReaders(VirtualReader... readers) {
        this.readers = List.of(readers);
    }

    @Override
    public List<Reader> list() {
        return readers;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
