package io.github.tagsmith.core.trace.record;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.MaskedBytes;
import java.io.IOException;
import java.time.Instant;

/** Takes what goes to a card and comes from it, in order. Each call leaves what was written so far readable. */
public interface TraceWriter extends AutoCloseable {

    /**
     * The card was connected or reset.
     *
     * @param at when
     * @param reader the reader's name
     * @param atr its ATR; empty for the reader alone
     * @throws IOException if it cannot be written
     */
    void started(Instant at, String reader, Bytes atr) throws IOException;

    /**
     * A command is about to be sent.
     *
     * @param at when
     * @param reader the reader's name
     * @param command the command
     * @param meaning what it means, in one line; may be empty
     * @throws IOException if it cannot be written
     */
    void sent(Instant at, String reader, MaskedBytes command, String meaning) throws IOException;

    /**
     * It was answered.
     *
     * @param at when
     * @param reader the reader's name
     * @param answer the answer, status included
     * @param meaning what it means, in one line; may be empty
     * @throws IOException if it cannot be written
     */
    void answered(Instant at, String reader, MaskedBytes answer, String meaning) throws IOException;

    /**
     * It was not answered.
     *
     * @param at when
     * @param reader the reader's name
     * @param failure why
     * @throws IOException if it cannot be written
     */
    void failed(Instant at, String reader, NfcException failure) throws IOException;

    /**
     * Something went to the reader's driver instead.
     *
     * @param at when
     * @param reader the reader's name
     * @param text what, in one line
     * @throws IOException if it cannot be written
     */
    void noted(Instant at, String reader, String text) throws IOException;

    @Override
    void close() throws IOException;
}
