package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The keys of an application, or one of several such sets.
 *
 * @param version the version of the set
 * @param algorithm what all its keys are for
 * @param keys the keys, key 0 first
 * @param sealed whether it was finalized and can be made the active one
 */
public record KeySet(KeyVersion version, KeyAlgorithm algorithm, List<DesfireKey> keys, boolean sealed) {

    /**
     * Copies the list.
     *
     * @param version the version of the set
     * @param algorithm what all its keys are for
     * @param keys the keys, key 0 first
     * @param sealed whether it was finalized
     */
    public KeySet {
        keys = List.copyOf(keys);
    }

    /**
     * A set of equal keys.
     *
     * @param version the version of the set
     * @param algorithm what its keys are for
     * @param count how many
     * @param key the key
     * @return the set, not finalized
     */
    public static KeySet of(KeyVersion version, KeyAlgorithm algorithm, int count, DesfireKey key) {
        return new KeySet(version, algorithm, Collections.nCopies(count, key), false);
    }

    /**
     * The set with another key.
     *
     * @param number which key, below the number of keys
     * @param key the new one
     * @return the changed set
     */
    public KeySet with(KeyNo number, DesfireKey key) {
        List<DesfireKey> changed = new ArrayList<>(keys);
        changed.set(number.value(), key);
        return new KeySet(version, algorithm, changed, sealed);
    }

    /**
     * The set as FinalizeKeySet leaves it.
     *
     * @param newVersion the version it gets
     * @return a set that can be rolled to
     */
    public KeySet sealedAs(KeyVersion newVersion) {
        return new KeySet(newVersion, algorithm, keys, true);
    }
}
