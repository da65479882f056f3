package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** What a session keeps while a command is under way. Accepting has no effect of its own: it gives the next session. */
@FunctionalInterface
public interface AwaitedAnswer {

    /**
     * Checks an answer.
     *
     * @param status the last status, one that means success
     * @param answer what came with it, all frames joined
     * @return its clear data and the next session
     * @throws NfcException {@code PROTOCOL} if length, MAC, checksum or padding are wrong
     */
    AcceptedAnswer accept(int status, Bytes answer) throws NfcException;
}
