package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.Comparator;

/**
 * Which key of the card.
 *
 * @param aid its application, or the card itself
 * @param key its number
 */
public record KeyPlace(Aid aid, KeyNo key) implements Comparable<KeyPlace> {

    private static final Comparator<KeyPlace> ORDER =
            Comparator.comparing(KeyPlace::aid).thenComparing(KeyPlace::key);

    @Override
    public int compareTo(KeyPlace other) {
        return ORDER.compare(this, other);
    }
}
