package io.github.tagsmith.classic.keys;

import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/**
 * The outcome of a search.
 *
 * @param keys what was found
 * @param interruption why it ended early, if it did
 */
public record KeysFound(KeyMap keys, Optional<NfcException> interruption) {

    /**
     * What is known after the search: a search that ended early says nothing of the keys that it did not come to.
     *
     * @param before what was known before
     * @return what was found, and where it ended early what was known before too
     */
    public KeyMap over(KeyMap before) {
        return interruption.isPresent() ? keys.over(before) : keys;
    }
}
