package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.cli.input.SoftwareCards.Store;
import io.github.tagsmith.cli.output.Output;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderChoice;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.Readers;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.trace.record.Tracer;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The readers that a specification stands for: the PC/SC service's, or one in this process. */
public final class ReaderSource implements AutoCloseable {

    /** What a specification of a record begins with. */
    public static final String REPLAY = "replay:";

    static final String VIRTUAL = "virtual:";

    /** Opens the same readers once more. */
    private interface Opener {
        Readers open() throws NfcException;
    }

    private final Opener opener;
    private final Optional<String> name;
    private final Store store;
    private final boolean made;
    private Readers readers;
    private @Nullable Tracer tracer;

    private ReaderSource(Opener opener, Optional<String> name, Store store, boolean made) throws NfcException {
        this.opener = opener;
        this.readers = opener.open();
        this.name = name;
        this.store = store;
        this.made = made;
    }

    /**
     * Opens what a specification stands for.
     *
     * @param spec {@code virtual:...}, {@code replay:...}, a part of a name, an index, or nothing
     * @param environment for the PC/SC library
     * @return the readers, to be closed
     * @throws NfcException if there is no service, or no such software card
     */
    public static ReaderSource open(Optional<String> spec, Map<String, String> environment) throws NfcException {
        if (spec.isPresent() && spec.get().startsWith(VIRTUAL)) {
            return virtual(spec.get());
        }
        if (spec.isPresent() && spec.get().startsWith(REPLAY)) {
            Readers record = ReplayFile.open(spec.get().substring(REPLAY.length()));
            return new ReaderSource(() -> record, Optional.empty(), Store.NOWHERE, true);
        }
        return new ReaderSource(() -> PcscReaders.open(environment), spec, Store.NOWHERE, false);
    }

    private static ReaderSource virtual(String spec) throws NfcException {
        VirtualSpec virtual = VirtualSpec.open(spec.substring(VIRTUAL.length()));
        Readers readers = new VirtualReaders(new VirtualReader(virtual.readerName(), virtual.slot()));
        SoftwareCard card = virtual.card();
        return new ReaderSource(() -> readers, Optional.empty(), card.store(), card.made());
    }

    /** Whether a specification stands for readers of its own, not for some of the service's. */
    static boolean isOwn(String spec) {
        return spec.startsWith(VIRTUAL) || spec.startsWith(REPLAY);
    }

    /** The same readers for a command among others, which leaves them open and may name another one. */
    ReaderSource lent(UnaryOperator<Reader> lender, Optional<String> wanted) throws NfcException {
        return new ReaderSource(() -> new LentReaders(readers, lender), wanted, store, made);
    }

    boolean isValid() {
        return readers.isValid();
    }

    /** Ends the wait of another thread. */
    void cancel() {
        readers.cancel();
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

    /** Waits for a card on any of several readers, where none was named. */
    void awaitCard(Duration patience, Output output) throws NfcException {
        List<Reader> all = readers.list();
        if (name.isPresent() || all.size() < 2 || patience.isZero() || ReaderChoice.holdsCard(all)) {
            return;
        }
        output.note("Waiting for a card on one of " + all.size() + " readers");
        ReaderChoice.awaitCard(readers, patience);
    }

    /**
     * All of them as they are now, even if the service was restarted meanwhile.
     *
     * @return in order
     * @throws NfcException if the service does not answer
     */
    public List<Reader> current() throws NfcException {
        try {
            return readers.list();
        } catch (NfcException lost) {
            readers.close();
            readers = opener.open();
            return readers.list();
        }
    }

    /**
     * Connects to the reader that is meant: to its card, or to the reader itself if it holds none that answers.
     *
     * @return a connection, to be closed
     * @throws NfcException if no reader, or no single one, is meant, or somebody else holds it
     */
    public Card connectToReader() throws NfcException {
        Reader reader = choose();
        ReaderStatus status = reader.status();
        return connect(reader, status.cardPresent() && !status.mute() ? ShareMode.SHARED : ShareMode.DIRECT);
    }

    /**
     * Connects, and traces the connection where a trace is wanted.
     *
     * @param reader one of these
     * @param mode whether others may use it meanwhile
     * @return a connection, to be closed
     * @throws NfcException without a card, or if somebody else holds it
     */
    public Card connect(Reader reader, ShareMode mode) throws NfcException {
        Card card = reader.connect(mode);
        if (card instanceof LentCard kept) {
            kept.traceTo(tracer);
            return kept;
        }
        return tracer == null ? card : tracer.trace(card);
    }

    /**
     * Traces every connection from now on.
     *
     * @param wanted where to
     */
    public void traceTo(Tracer wanted) {
        tracer = wanted;
    }

    /**
     * Watches readers and cards.
     *
     * @return events, to be closed
     * @throws NfcException if the service does not answer
     */
    public ReaderWatch watch() throws NfcException {
        return readers.watch();
    }

    /**
     * Whether a reader is among those that are meant; all are where none was named.
     *
     * @param reader a reader's name; empty for the service, which is always meant
     * @return true if so
     */
    public boolean isMeant(String reader) {
        if (name.isEmpty() || reader.isEmpty()) {
            return true;
        }
        String part = name.get();
        return reader.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)) || hasIndex(reader, part);
    }

    private boolean hasIndex(String reader, String index) {
        try {
            return index.matches("\\d{1,4}")
                    && ReaderChoice.named(current(), index).name().equals(reader);
        } catch (NfcException none) {
            return false;
        }
    }

    /**
     * Keeps the changes of a software card that is kept in a file.
     *
     * @throws NfcException {@code FILE} if that fails
     */
    public void save() throws NfcException {
        store.save();
    }

    /** Whether the card was made for this command, so that nothing can be known of it from before. */
    boolean isMade() {
        return made;
    }

    @Override
    public void close() {
        readers.close();
    }
}
