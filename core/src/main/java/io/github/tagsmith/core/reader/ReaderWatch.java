package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.Optional;

/**
 * A stream of events. It begins with what is there already: every reader as added, every card as inserted. One thread takes
 * the events; any thread may {@link #cancel}.
 */
public interface ReaderWatch extends AutoCloseable {

    /**
     * Waits for the next event. A service that stops is an event, not an error: the watch waits for it to come back.
     *
     * @param timeout how long at the most
     * @return the event; nothing if none happened in time
     * @throws NfcException {@code CANCELLED} after {@link #cancel}
     */
    Optional<ReaderEvent> next(Duration timeout) throws NfcException;

    /** Ends the present and every further wait. Callable from any thread, and more than once. */
    void cancel();

    /** Lets go of what the watch holds, on the thread that took the events. */
    @Override
    void close();
}
