package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.trace.decode.CaptureSummary;
import io.github.tagsmith.core.trace.exchange.ExchangeListener;
import java.io.IOException;

/** Shows what a capture says. To run it is to flush it. */
interface DecodedOutput extends ExchangeListener, Runnable, AutoCloseable {

    /** Shows what there is so far. */
    void flush();

    @Override
    default void run() {
        flush();
    }

    /** Shows what is to be said of the whole, when the capture has been read to its end or to where it is damaged. */
    void end(CaptureSummary summary);

    @Override
    void close() throws IOException;
}
