package io.github.tagsmith.desfire.proximity;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * What a proximity check has shown of a card that holds the key.
 *
 * @param published the time that the card promises to answer in, PubRespTime
 * @param rounds how long each round took, reader and host included; at least one
 */
public record ProximityVerdict(Duration published, List<Duration> rounds) {

    /**
     * Copies the list.
     *
     * @param published the time that the card promises to answer in
     * @param rounds how long each round took; at least one
     */
    public ProximityVerdict {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a proximity check without a round");
        }
    }

    /**
     * The fastest round, which the reader and the host have disturbed least.
     *
     * @return its time
     */
    public Duration fastest() {
        return Collections.min(rounds);
    }

    /**
     * The slowest round.
     *
     * @return its time
     */
    public Duration slowest() {
        return Collections.max(rounds);
    }

    /**
     * Whether every round was in time. What reader and host add to a round is not the card's: measure it on the same reader with a
     * card that is known to be near, and allow for it.
     *
     * @param overhead what reader and host add to a round
     * @return true if no round took longer than the card promises and that
     */
    public boolean isInTime(Duration overhead) {
        return slowest().compareTo(published.plus(overhead)) <= 0;
    }
}
