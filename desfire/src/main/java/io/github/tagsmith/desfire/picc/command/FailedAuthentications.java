package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Configuration.FailureRule;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * Counting failed authentications of a key: each adds one, each good one takes the decrement off, and at the limit the key is of no
 * use any more (MF2DLHX0, failed authentication counter; stated only, and so is AE as the status). The growing delays with AD of
 * real cards are not there: how long they are is not published.
 */
final class FailedAuthentications {

    private FailedAuthentications() {}

    /** Refuses a key that has failed too often. */
    static void check(Draft card, KeyNo key) throws Refusal {
        FailureRule rule = card.stored().configuration().failures();
        if (rule.enabled() && count(card.stored(), place(card, key)) >= rule.limit()) {
            throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
        }
    }

    /** The card after a failed authentication. */
    static void failed(Draft card, KeyNo key) {
        FailureRule rule = card.stored().configuration().failures();
        if (rule.enabled()) {
            KeyPlace place = place(card, key);
            card.store(card.stored().withFailures(place, count(card.stored(), place) + 1));
        }
    }

    /** The card after a good one. */
    static void succeeded(Draft card, KeyNo key) {
        FailureRule rule = card.stored().configuration().failures();
        KeyPlace place = place(card, key);
        int count = count(card.stored(), place);
        if (rule.enabled() && count > 0) {
            card.store(card.stored().withFailures(place, Math.max(0, count - rule.decrement())));
        }
    }

    private static KeyPlace place(Draft card, KeyNo key) {
        return new KeyPlace(card.activation().selected(), key);
    }

    private static int count(CardState card, KeyPlace place) {
        return card.failures().getOrDefault(place, 0);
    }
}
