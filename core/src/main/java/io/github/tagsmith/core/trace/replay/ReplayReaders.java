package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.Readers;
import java.util.List;

/** One reader, which answers from a record. */
public final class ReplayReaders implements Readers {

    private static final String GROUP = "replay";

    private final Replay replay;
    private final Reader reader;

    /**
     * Readers for a record, of which the first reader counts.
     *
     * @param source what the record is called, for complaints
     * @param steps what was recorded, in order; not empty
     */
    public ReplayReaders(String source, List<RecordedStep> steps) {
        String first = steps.get(0).reader();
        this.replay = new Replay(
                source,
                steps.stream().filter(step -> step.reader().equals(first)).toList());
        this.reader = new ReplayReader(first.isEmpty() ? source : first, replay);
    }

    @Override
    public List<Reader> list() {
        return List.of(reader);
    }

    @Override
    public List<Reader> list(List<String> groups) {
        return groups.contains(GROUP) ? list() : List.of();
    }

    @Override
    public List<String> groups() {
        return List.of(GROUP);
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public void cancel() {
        // there is no wait: the card is always there
    }

    @Override
    public ReaderWatch watch() throws NfcException {
        throw new NfcException(ErrorKind.READER_FAILED, replay.source() + " is a record: no card comes or goes in it");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
