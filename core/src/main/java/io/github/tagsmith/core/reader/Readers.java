package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** The readers of one transport, seen from one thread. */
public interface Readers extends AutoCloseable {

    /**
     * The readers there are now.
     *
     * @return in the order of the transport; empty if there is none
     * @throws NfcException {@code NO_SERVICE} if the transport does not answer
     */
    List<Reader> list() throws NfcException;

    /** Lets the transport go. Cards opened from here must be closed before. */
    @Override
    void close();
}
