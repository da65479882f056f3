package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of each sector, as far as they are known.
 *
 * @param keysA key A of sectors 0 and up
 * @param keysB key B of the same sectors
 */
public record SectorKeys(List<Optional<ClassicKey>> keysA, List<Optional<ClassicKey>> keysB) {

    /**
     * Checks that both lists are of the same sectors.
     *
     * @param keysA key A of sectors 0 and up
     * @param keysB key B of the same sectors
     */
    public SectorKeys {
        keysA = List.copyOf(keysA);
        keysB = List.copyOf(keysB);
        if (keysA.size() != keysB.size()) {
            throw new IllegalArgumentException(keysA.size() + " keys A and " + keysB.size() + " keys B");
        }
    }

    /**
     * The keys of a dump.
     *
     * @param dump the dump
     * @return what its trailers say
     */
    public static SectorKeys of(Dump dump) {
        return new SectorKeys(keys(dump, KeyType.A), keys(dump, KeyType.B));
    }

    private static List<Optional<ClassicKey>> keys(Dump dump, KeyType type) {
        return dump.type().sectors().stream()
                .map(sector -> dump.key(sector, type))
                .toList();
    }

    /**
     * How many sectors there are.
     *
     * @return at least 1
     */
    public int count() {
        return keysA.size();
    }

    /**
     * A key.
     *
     * @param sector a sector below {@link #count}
     * @param type which of the two
     * @return the key, if it is known
     */
    public Optional<ClassicKey> key(SectorNo sector, KeyType type) {
        return (type == KeyType.A ? keysA : keysB).get(sector.value());
    }

    /**
     * All known keys.
     *
     * @return keys A by sector, then keys B; with repetitions
     */
    public List<ClassicKey> known() {
        return Stream.concat(keysA.stream(), keysB.stream())
                .flatMap(Optional::stream)
                .toList();
    }
}
