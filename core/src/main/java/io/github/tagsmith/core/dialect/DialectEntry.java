package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row, and the dialect that is made of it once it is asked for: few programs meet more than one reader. */
final class DialectEntry {

    private final DialectRow row;
    private final List<DialectRow> others;
    private final List<ReaderNamePattern> readers;
    private @Nullable Dialect dialect;

    /** @param others rows whose key commands this one may name, the first of an id counts */
    DialectEntry(DialectRow row, List<DialectRow> others) {
        this.row = row;
        this.others = others;
        this.readers = row.texts("reader").stream().map(ReaderNamePattern::new).toList();
    }

    String id() {
        return row.id();
    }

    boolean fits(String readerName) {
        return readers.stream().anyMatch(pattern -> pattern.isIn(readerName));
    }

    /** The dialect, from a row that may have been written by anybody. */
    synchronized Dialect read() throws NfcException {
        if (dialect == null) {
            dialect = new DialectReader(row, others).read();
        }
        return dialect;
    }

    /** The dialect, from a row that is known to be in order. */
    Dialect dialect() {
        try {
            return read();
        } catch (NfcException e) {
            throw new IllegalStateException(e);
        }
    }
}
