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

    /**
     * The readers there are now in some groups.
     *
     * @param groups names out of {@link #groups}
     * @return in the order of the transport; empty if there is none
     * @throws NfcException {@code NO_SERVICE} if the transport does not answer
     */
    List<Reader> list(List<String> groups) throws NfcException;

    /**
     * The groups readers are in.
     *
     * @return their names; with pcsc-lite, one that holds every reader
     * @throws NfcException {@code NO_SERVICE} if the transport does not answer
     */
    List<String> groups() throws NfcException;

    /**
     * Whether the transport still knows us; it does not after a restart of its service.
     *
     * @return true if so
     */
    boolean isValid();

    /**
     * Ends a {@link Reader#waitForCard} of these readers that is under way on another thread, which then fails with {@code
     * CANCELLED}. The one method that any thread may call at any time.
     */
    void cancel();

    /**
     * Watches readers and cards. The watch has a connection to the transport of its own and outlives this object.
     *
     * @return events, beginning with what is there already; to be closed
     * @throws NfcException {@code NO_SERVICE} if the transport does not answer now
     */
    ReaderWatch watch() throws NfcException;

    /** Lets the transport go. Cards opened from here must be closed before. */
    @Override
    void close();
}
