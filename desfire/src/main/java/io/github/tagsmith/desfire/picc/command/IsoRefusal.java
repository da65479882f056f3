package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.apdu.StatusWord;

/** The card says no to an ISO 7816-4 command. */
final class IsoRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StatusWord status;

    IsoRefusal(StatusWord status) {
        super("refused", null, false, false);
        this.status = status;
    }

    StatusWord status() {
        return status;
    }
}
