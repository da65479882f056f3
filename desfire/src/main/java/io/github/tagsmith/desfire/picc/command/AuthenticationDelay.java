package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import java.util.Optional;

/**
 * How much of the delay of a key was spent since the field came on: how often its authentication was put off.
 *
 * @param key which key, if any
 * @param spent how many times
 */
record AuthenticationDelay(Optional<KeyPlace> key, int spent) {

    /** Nothing was put off. */
    static final AuthenticationDelay NONE = new AuthenticationDelay(Optional.empty(), 0);

    int spentOf(KeyPlace place) {
        return key.equals(Optional.of(place)) ? spent : 0;
    }

    AuthenticationDelay oneMoreOf(KeyPlace place) {
        return new AuthenticationDelay(Optional.of(place), spentOf(place) + 1);
    }
}
