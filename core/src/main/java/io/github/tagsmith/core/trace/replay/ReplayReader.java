package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderStatus;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Duration;
import java.util.Set;

/** The reader of a record; its card is always there. */
final class ReplayReader implements Reader {

    private final String name;
    private final Replay replay;

    ReplayReader(String name, Replay replay) {
        this.name = name;
        this.replay = replay;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ReaderStatus status() {
        return new ReaderStatus(true, false, false, false, replay.atr());
    }

    @Override
    public ReaderStatus waitForCard(Duration timeout) {
        return status();
    }

    @Override
    public Card connect(ShareMode mode, Set<Protocol> protocols) {
        return new ReplayCard(name, replay, mode, mode == ShareMode.DIRECT ? Protocol.NONE : Protocol.T1);
    }
}
