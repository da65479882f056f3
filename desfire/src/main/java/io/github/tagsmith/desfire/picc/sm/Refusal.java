package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.desfire.model.DesfireStatus;

/** The card says no, with a status. It never leaves the card: it becomes the status of an answer. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final DesfireStatus status;

    /**
     * A refusal.
     *
     * @param status what the card answers
     */
    public Refusal(DesfireStatus status) {
        super(status.meaning(), null, false, false);
        this.status = status;
    }

    /**
     * What the card answers.
     *
     * @return the status
     */
    public DesfireStatus status() {
        return status;
    }
}
