package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Configuration.FailureRule;
import io.github.tagsmith.desfire.picc.memory.FailureCount;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * Counting failed authentications of each key (AN12196, failed authentications counter). Each adds one, and a good one takes the
 * decrement off; at the limit the key is of no use any more. After 50 in a row an authentication is put off: the card answers AD
 * until the delay is spent, and keeps the count without power. ChangeKey begins anew.
 *
 * <p>What was measured on NTAG 424 DNA (AGENTS.md and the notes on authentication of Amperstrand's bolty-rs): the delay passes by
 * trying, not by the clock, two to five times without the field going, and begins again when it went; each key counts for
 * itself. How it grows between 50 and 255 is not published; that it takes one try more for each 50 failures is ours, and so is AE
 * at the limit.
 */
final class FailedAuthentications {

    private static final int FREE_IN_A_ROW = 50;
    private static final int LEAST_TRIES = 2;
    private static final int MOST_TRIES = 5;

    private FailedAuthentications() {}

    /** Refuses a key that has failed too often, and one whose delay is not spent; then the draft has spent a part of it. */
    static void check(Draft card, KeyPlace key) throws Refusal {
        FailureRule rule = card.stored().configuration().failures();
        if (!rule.enabled()) {
            return;
        }
        FailureCount count = card.stored().failuresOf(key);
        if (count.total() >= rule.limit()) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
        AuthenticationDelay delay = card.activation().delay();
        if (delay.spentOf(key) < triesOf(count.inARow())) {
            card.activate(card.activation().with(delay.oneMoreOf(key)));
            throw new Refusal(DesfireStatus.AUTHENTICATION_DELAY);
        }
    }

    private static int triesOf(int inARow) {
        return inARow < FREE_IN_A_ROW ? 0 : Math.min(MOST_TRIES, LEAST_TRIES - 1 + inARow / FREE_IN_A_ROW);
    }

    /** The card after a failed authentication. */
    static void failed(Draft card, KeyPlace key) {
        CardState state = card.stored();
        if (state.configuration().failures().enabled()) {
            card.store(state.withFailures(key, state.failuresOf(key).failed()));
            card.activate(card.activation().with(AuthenticationDelay.NONE));
        }
    }

    /** The card after a good one. */
    static void succeeded(Draft card, KeyPlace key) {
        FailureRule rule = card.stored().configuration().failures();
        FailureCount count = card.stored().failuresOf(key);
        if (rule.enabled() && !count.equals(FailureCount.NONE)) {
            card.store(card.stored().withFailures(key, count.succeeded(rule.decrement())));
        }
    }

    /** The card after a change of the key. */
    static void forget(Draft card, KeyPlace key) {
        if (!card.stored().failuresOf(key).equals(FailureCount.NONE)) {
            card.store(card.stored().withFailures(key, FailureCount.NONE));
        }
    }
}
