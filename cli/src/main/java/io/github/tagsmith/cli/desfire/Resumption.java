package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.input.Handover;
import io.github.tagsmith.cli.input.Handover.Since;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/**
 * Going on in the application that the command before has left, though the card is not as it was.
 *
 * @param left what was left
 * @param current what this command works with
 */
record Resumption(Handover<OpenApplication> left, OpenApplication current) {

    private static final String SESSION_HINT =
            "Authenticate again with --auth; without it the next line goes on without a session";
    private static final String APPLICATION_HINT =
            "Name it again with --app; without it the next line begins at the card level";

    /** What a command counts on without naming it may be gone; then that is said, once. */
    void requireNothingLost(boolean countsOnApplication, boolean countsOnSession) throws NfcException {
        OpenApplication state = left.state();
        boolean anew = left.since() == Since.NEW_CONNECTION;
        boolean session = countsOnSession && state.expected().isPresent();
        if (!session && !(anew && countsOnApplication)) {
            return;
        }
        String lost = session
                ? "the session with key " + state.expected().get().keyNo() + " of " + state.selection() + " is gone"
                : state.selection() + " is not selected any more";
        String why = why(state);
        current.giveUp();
        throw new NfcException(anew ? ErrorKind.CARD_REMOVED : ErrorKind.AUTHENTICATION_FAILED, lost + ": " + why)
                .withHint(session ? SESSION_HINT : APPLICATION_HINT);
    }

    private String why(OpenApplication state) {
        return switch (left.since()) {
            case NEW_CONNECTION -> "the card was taken away, or somebody reset it";
            case OTHER_COMMANDS -> "other commands were sent to the card";
            case NOTHING -> state.equals(current) ? state.damage() : "it had another framing";
        };
    }
}
