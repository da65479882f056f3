package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Duration;
import java.util.Set;

/** Another reader under the same name. */
class ForwardingReader implements Reader {

    private final Reader reader;

    ForwardingReader(Reader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public ReaderStatus status() throws NfcException {
        return reader.status();
    }

    @Override
    public ReaderStatus waitForCard(Duration timeout) throws NfcException {
        return reader.waitForCard(timeout);
    }

    @Override
    public Card connect(ShareMode mode, Set<Protocol> protocols) throws NfcException {
        return reader.connect(mode, protocols);
    }
}
