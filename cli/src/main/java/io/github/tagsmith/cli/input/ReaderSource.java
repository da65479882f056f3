package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.cli.input.SoftwareCards.Store;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderChoice;
import io.github.tagsmith.core.reader.Readers;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readers that a specification stands for: the PC/SC service's, or one in this process. */
public final class ReaderSource implements AutoCloseable {

    private static final String VIRTUAL = "virtual:";

    private final Readers readers;
    private final Optional<String> name;
    private final Store store;

    private ReaderSource(Readers readers, Optional<String> name, Store store) {
        this.readers = readers;
        this.name = name;
        this.store = store;
    }

    /**
     * Opens what a specification stands for.
     *
     * @param spec {@code virtual:...}, a part of a name, an index, or nothing
     * @param environment for the PC/SC library
     * @return the readers, to be closed
     * @throws NfcException if there is no service, or no such software card
     */
    public static ReaderSource open(Optional<String> spec, Map<String, String> environment) throws NfcException {
        if (spec.isPresent() && spec.get().startsWith(VIRTUAL)) {
            return virtual(spec.get());
        }
        return new ReaderSource(PcscReaders.open(environment), spec, Store.NOWHERE);
    }

    private static ReaderSource virtual(String spec) throws NfcException {
        SoftwareCard card = SoftwareCards.open(spec.substring(VIRTUAL.length()));
        VirtualSlot slot = new VirtualSlot();
        slot.present(card.picc());
        Readers readers = new VirtualReaders(new VirtualReader(spec, slot));
        return new ReaderSource(readers, Optional.empty(), card.store());
    }

    /**
     * All of them.
     *
     * @return in order
     * @throws NfcException if the service does not answer
     */
    public List<Reader> list() throws NfcException {
        return readers.list();
    }

    /**
     * The one that is meant: the named one, else the one that holds a card.
     *
     * @return that reader
     * @throws NfcException if none or several fit
     */
    public Reader choose() throws NfcException {
        List<Reader> all = readers.list();
        return name.isPresent() ? ReaderChoice.named(all, name.get()) : ReaderChoice.withCard(all);
    }

    /**
     * Keeps the changes of a software card that is kept in a file.
     *
     * @throws NfcException {@code FILE} if that fails
     */
    void save() throws NfcException {
        store.save();
    }

    @Override
    public void close() {
        readers.close();
    }
}
