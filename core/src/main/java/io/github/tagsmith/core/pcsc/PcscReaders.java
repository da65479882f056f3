package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The readers of the PC/SC service, through one context of its own. */
public final class PcscReaders implements Readers {

    private final NativeContext context;

    private PcscReaders(NativeContext context) {
        this.context = context;
    }

    /**
     * Finds the library and establishes a context; SCardEstablishContext.
     *
     * @param environment where the name of the library may be given; see {@link PcscLibrary#OVERRIDE}
     * @return the readers of the service
     * @throws NfcException {@code NO_SERVICE} without a library or a service
     */
    public static PcscReaders open(Map<String, String> environment) throws NfcException {
        return open(PcscLibrary.load(environment));
    }

    /**
     * Establishes a context of a library that is loaded already; SCardEstablishContext.
     *
     * @param library the library
     * @return the readers of the service
     * @throws NfcException {@code NO_SERVICE} without a service
     */
    public static PcscReaders open(PcscLibrary library) throws NfcException {
        return new PcscReaders(NativeContext.establish(library, new WaitGate()));
    }

    /** The names of all readers; SCardListReaders. */
    @Override
    public List<Reader> list() throws NfcException {
        return readers(List.of());
    }

    /** The names of the readers in some groups; SCardListReaders. */
    @Override
    public List<Reader> list(List<String> groups) throws NfcException {
        return groups.isEmpty() ? List.of() : readers(groups);
    }

    private List<Reader> readers(List<String> groups) throws NfcException {
        context.confinement().enter();
        try {
            List<Reader> readers = new ArrayList<>();
            for (String name : ReaderNames.list(context, groups)) {
                readers.add(new PcscReader(context, name));
            }
            return readers;
        } finally {
            context.confinement().exit();
        }
    }

    /** The groups readers are in; SCardListReaderGroups. */
    @Override
    public List<String> groups() throws NfcException {
        context.confinement().enter();
        try {
            return ReaderNames.groups(context);
        } finally {
            context.confinement().exit();
        }
    }

    /** Whether the context is known to the service; SCardIsValidContext. */
    @Override
    public boolean isValid() {
        context.confinement().enter();
        try {
            return context.isValid();
        } finally {
            context.confinement().exit();
        }
    }

    /** Ends the wait of another thread; SCardCancel. */
    @Override
    public void cancel() {
        context.cancel();
    }

    /** Watches by SCardGetStatusChange, in a context of the watch's own. */
    @Override
    public ReaderWatch watch() throws NfcException {
        return PcscWatch.open(context.library());
    }

    /** Releases the context; SCardReleaseContext. */
    @Override
    public void close() {
        context.close();
    }
}
