package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.Readers;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Readers that stay open when they are closed.
 *
 * @param readers the readers
 * @param lender what is handed out in place of each
 */
record LentReaders(Readers readers, UnaryOperator<Reader> lender) implements Readers {

    @Override
    public List<Reader> list() throws NfcException {
        return readers.list().stream().map(lender).toList();
    }

    @Override
    public List<Reader> list(List<String> groups) throws NfcException {
        return readers.list(groups).stream().map(lender).toList();
    }

    @Override
    public List<String> groups() throws NfcException {
        return readers.groups();
    }

    @Override
    public boolean isValid() {
        return readers.isValid();
    }

    @Override
    public void cancel() {
        readers.cancel();
    }

    @Override
    public ReaderWatch watch() throws NfcException {
        return readers.watch();
    }

    @Override
    public void close() {
        // they are closed by whoever opened them
    }
}
