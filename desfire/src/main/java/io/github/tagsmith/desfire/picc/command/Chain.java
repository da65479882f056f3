package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.sm.Handshake;
import java.util.List;

/** What waits for the next frame. */
sealed interface Chain {

    /** Nothing. */
    Chain NONE = new None();

    /** No command is unfinished. */
    record None() implements Chain {}

    /**
     * A command whose rest is still to come.
     *
     * @param row which command
     * @param parameters what came so far
     */
    record Incoming(CommandRow row, Bytes parameters) implements Chain {}

    /**
     * An answer whose rest is still to be fetched.
     *
     * @param frames the frames that are left, at least one
     * @param status the status of the last one
     */
    record Outgoing(List<Bytes> frames, DesfireStatus status) implements Chain {}

    /**
     * A handshake whose token is awaited.
     *
     * @param handshake the handshake
     * @param login what it leads to
     * @param goesOn whether the open transaction goes on with it
     */
    record Shaking(Handshake handshake, Login login, boolean goesOn) implements Chain {}
}
