package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;

/** Secure messaging as a third party sees it: an immutable value, one step a command and one an answer. */
sealed interface Messaging permits D40Messaging, Ev1Messaging, TransactionMessaging {

    /** Reads a command; the next messaging awaits its answer. */
    Reading command(Request request);

    /**
     * Reads an answer with a status that means success.
     *
     * @param request the command
     * @param command what was made of it
     * @param status the status
     * @param answer what came with it
     */
    Reading answer(Request request, Reading command, int status, Bytes answer);

    /** What the messaging may be after exchanges that were not heard or did not succeed, the most likely first. */
    List<Messaging> afterDoubt();

    /** Counters, for people; empty if there are none. */
    String counters();
}
