package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireStatus;

/**
 * One answer of the card, before it is framed.
 *
 * @param status its status
 * @param data its data, empty with an error
 */
public record Reply(DesfireStatus status, Bytes data) {

    /**
     * An answer without data.
     *
     * @param status its status
     * @return the answer
     */
    public static Reply of(DesfireStatus status) {
        return new Reply(status, Bytes.EMPTY);
    }

    /** Whether the status is none of an error. */
    boolean isGood() {
        return status == DesfireStatus.OPERATION_OK
                || status == DesfireStatus.OK
                || status == DesfireStatus.ADDITIONAL_FRAME;
    }
}
