package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.KeyNo;

/**
 * Which key of the card.
 *
 * @param aid its application, or the card itself
 * @param key its number
 */
public record KeyPlace(Aid aid, KeyNo key) implements Comparable<KeyPlace> {

    @Override
    public int compareTo(KeyPlace other) {
        int byApplication = aid.compareTo(other.aid);
        return byApplication == 0 ? key.compareTo(other.key) : byApplication;
    }
}
