package io.github.tagsmith.classic.keys;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which key opens which sector. It does not show keys. */
public final class KeyMap {

    private final Map<SectorNo, Map<KeyType, ClassicKey>> keys = new TreeMap<>();

    /** Nothing known. */
    public KeyMap() {}

    /**
     * Remembers a key.
     *
     * @param sector the sector
     * @param type which of its keys
     * @param key the key
     */
    public void put(SectorNo sector, KeyType type, ClassicKey key) {
        keys.computeIfAbsent(sector, first -> new LinkedHashMap<>()).put(type, key);
    }

    /**
     * A key.
     *
     * @param sector the sector
     * @param type which of its keys
     * @return the key, if it is known
     */
    public Optional<ClassicKey> get(SectorNo sector, KeyType type) {
        return Optional.ofNullable(keys.getOrDefault(sector, Map.of()).get(type));
    }

    /**
     * What is known now, and of everything else what was known before.
     *
     * @param before what was known before
     * @return both
     */
    public KeyMap over(KeyMap before) {
        KeyMap both = new KeyMap();
        before.keys.forEach((sector, pair) -> pair.forEach((type, key) -> both.put(sector, type, key)));
        keys.forEach((sector, pair) -> pair.forEach((type, key) -> both.put(sector, type, key)));
        return both;
    }

    /**
     * How many keys are known.
     *
     * @return at most two for each sector
     */
    public int size() {
        return keys.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * The keys themselves.
     *
     * @return each once, those of the lowest sectors first
     */
    public List<ClassicKey> distinct() {
        List<ClassicKey> all = new ArrayList<>();
        keys.values().forEach(pair -> all.addAll(pair.values()));
        return all.stream().distinct().toList();
    }

    @Override
    public String toString() {
        return size() + " keys of " + keys.size() + " sectors";
    }
}
