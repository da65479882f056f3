package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.Optional;

/**
 * What protects commands and answers between reader and card at one moment. Values never change: every step gives the next.
 */
public sealed interface Session permits PlainSession, D40Session, Ev1Session, TransactionSession, LostSession {

    /**
     * Protects a command.
     *
     * @param command the command
     * @return what is sent, and what waits for the answer
     * @throws NfcException {@code INVALID_REQUEST} if this session cannot carry it
     */
    ProtectedCommand protect(DesfireCommand<?> command) throws NfcException;

    /**
     * The authentication that it came from.
     *
     * @return method and key; nothing without one
     */
    Optional<Authentication> origin();

    /**
     * How much clear data fits where protection takes its share.
     *
     * @param mode how the data travels
     * @param room number of bytes that a frame has for data, checksum, padding and MAC
     * @return number of clear bytes, 0 or more
     */
    int clearRoom(CommMode mode, int room);
}
