package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The key sets of an application. Most have one.
 *
 * @param keyCount how many keys each set has, 1 to 14
 * @param capacity how many sets there may be, 1 or 2 to 16
 * @param maxKeySize the longest key in bytes, 16 or 24
 * @param rollKey the number of the key that may roll
 * @param active the number of the set in use
 * @param sets those that were made
 */
public record KeySets(
        int keyCount, int capacity, int maxKeySize, int rollKey, KeySetNo active, SortedMap<KeySetNo, KeySet> sets) {

    /** The number of the first set. */
    public static final KeySetNo FIRST = new KeySetNo(0);

    /**
     * Copies the map.
     *
     * @param keyCount how many keys each set has
     * @param capacity how many sets there may be
     * @param maxKeySize the longest key in bytes
     * @param rollKey the number of the key that may roll
     * @param active the number of the set in use
     * @param sets those that were made
     */
    public KeySets {
        sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
        if (!sets.containsKey(active)) {
            throw new IllegalArgumentException("there is no key set " + active);
        }
    }

    /**
     * One set, as applications have it that were created without others.
     *
     * @param only the set
     * @return a collection of one
     */
    public static KeySets single(KeySet only) {
        SortedMap<KeySetNo, KeySet> sets = new TreeMap<>();
        sets.put(FIRST, only);
        return new KeySets(only.keys().size(), 1, only.algorithm().keyLength(), 0, FIRST, sets);
    }

    /**
     * With room for more sets.
     *
     * @param newCapacity how many sets there may be
     * @param newMaxKeySize the longest key in bytes
     * @param newRollKey the number of the key that may roll
     * @return the changed collection
     */
    public KeySets forming(int newCapacity, int newMaxKeySize, int newRollKey) {
        return new KeySets(keyCount, newCapacity, newMaxKeySize, newRollKey, active, sets);
    }

    /**
     * The set in use.
     *
     * @return that set
     */
    public KeySet current() {
        return get(active).orElseThrow();
    }

    /**
     * A set.
     *
     * @param number which
     * @return the set, if it was made
     */
    public Optional<KeySet> get(KeySetNo number) {
        return Optional.ofNullable(sets.get(number));
    }

    /**
     * With one set put in or changed.
     *
     * @param number which
     * @param set its new content
     * @return the changed collection
     */
    public KeySets with(KeySetNo number, KeySet set) {
        SortedMap<KeySetNo, KeySet> changed = new TreeMap<>(sets);
        changed.put(number, set);
        return new KeySets(keyCount, capacity, maxKeySize, rollKey, active, changed);
    }

    /**
     * With another set in use.
     *
     * @param number which
     * @return the changed collection
     */
    public KeySets rolledTo(KeySetNo number) {
        return new KeySets(keyCount, capacity, maxKeySize, rollKey, number, sets);
    }
}
