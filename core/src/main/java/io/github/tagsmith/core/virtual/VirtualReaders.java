package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.Readers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Readers that exist in this process only. They can be plugged in and out, from any thread. */
public final class VirtualReaders implements Readers {

    private static final String GROUP = "SCard$DefaultReaders";

    private final List<VirtualReader> readers;
    private final ChangeSignal pluggings = new ChangeSignal();

    /**
     * A set of readers.
     *
     * @param readers in the order of the list
     */
    public VirtualReaders(VirtualReader... readers) {
        this.readers = new CopyOnWriteArrayList<>(readers);
    }

    /**
     * Plugs a reader in.
     *
     * @param reader the reader
     */
    public void plug(VirtualReader reader) {
        readers.add(reader);
        pluggings.raise();
    }

    /**
     * Unplugs a reader. Connections that are open go on, as nobody can tell them.
     *
     * @param reader the reader
     */
    public void unplug(VirtualReader reader) {
        readers.remove(reader);
        pluggings.raise();
    }

    @Override
    public List<Reader> list() {
        return List.copyOf(readers);
    }

    @Override
    public List<Reader> list(List<String> groups) {
        return groups.contains(GROUP) ? list() : List.of();
    }

    /** One group, named as the one of pcsc-lite. */
    @Override
    public List<String> groups() {
        return List.of(GROUP);
    }

    @Override
    public boolean isValid() {
        return true;
    }

    /** Ends every wait for a card in these readers. */
    @Override
    public void cancel() {
        readers.forEach(VirtualReader::cancelWait);
    }

    @Override
    public ReaderWatch watch() {
        return new VirtualWatch(() -> List.copyOf(readers), pluggings);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
