package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proxmark's key file: key A of all sectors, then key B of all, 6 bytes each. An unknown one stands as FFFFFFFFFFFF. */
final class KeyBinaryFormat implements KeyFileFormat {

    private static final int SECTOR_LENGTH = 2 * ClassicKey.LENGTH;
    /** Proxmark's file of a Mini has two hidden sectors, too; its own is s20-empty-key.bin. */
    private static final int MINI_WITH_HIDDEN = 7;

    private static final NavigableSet<Integer> SECTORS = new TreeSet<>(Set.of(MINI_WITH_HIDDEN));

    static {
        for (ClassicType type : ClassicType.values()) {
            SECTORS.add(type.sectorCount());
        }
    }

    @Override
    public String id() {
        return "keybin";
    }

    @Override
    public List<String> endings() {
        return List.of("-key.bin");
    }

    @Override
    public boolean recognises(Bytes content) {
        return content.length() % SECTOR_LENGTH == 0 && SECTORS.contains(content.length() / SECTOR_LENGTH);
    }

    @Override
    public boolean bySector() {
        return true;
    }

    @Override
    public KeyFile read(Bytes content) throws NfcException {
        int length = content.length();
        if (!recognises(content)) {
            throw NfcException.malformed(
                    "a key file ends at offset " + length + "; its size must be one of " + sizes() + " bytes");
        }
        return KeyFile.of(new SectorKeys(keys(content.slice(0, length / 2)), keys(content.slice(length / 2))));
    }

    private static String sizes() {
        return SECTORS.stream()
                .map(count -> String.valueOf(count * SECTOR_LENGTH))
                .collect(Collectors.joining(", "));
    }

    private static List<Optional<ClassicKey>> keys(Bytes joined) {
        return IntStream.range(0, joined.length() / ClassicKey.LENGTH)
                .map(index -> index * ClassicKey.LENGTH)
                .mapToObj(at -> Optional.of(ClassicKey.of(joined.slice(at, at + ClassicKey.LENGTH))))
                .toList();
    }

    @Override
    public Encoded write(KeyFile file) {
        SectorKeys sectors = ofACard(file.sectors().orElseThrow());
        Bytes[] keys = Stream.concat(sectors.keysA().stream(), sectors.keysB().stream())
                .map(key -> key.orElse(ClassicKey.DELIVERY).reveal())
                .toArray(Bytes[]::new);
        List<String> losses = new ArrayList<>();
        loss("A", sectors.keysA(), losses);
        loss("B", sectors.keysB(), losses);
        return new Encoded(Bytes.concat(keys), losses);
    }

    /** As many sectors as the smallest card that has them; the keys of those that are added are unknown. */
    private static SectorKeys ofACard(SectorKeys sectors) {
        Integer enough = SECTORS.ceiling(sectors.count());
        int missing = enough == null ? 0 : enough - sectors.count();
        return new SectorKeys(longer(sectors.keysA(), missing), longer(sectors.keysB(), missing));
    }

    private static List<Optional<ClassicKey>> longer(List<Optional<ClassicKey>> keys, int missing) {
        return Stream.concat(
                        keys.stream(),
                        Stream.generate(Optional::<ClassicKey>empty).limit(missing))
                .toList();
    }

    private static void loss(String type, List<Optional<ClassicKey>> keys, List<String> losses) {
        List<Integer> unknown = IntStream.range(0, keys.size())
                .filter(sector -> keys.get(sector).isEmpty())
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            losses.add("an unknown key cannot be marked and is written as FFFFFFFFFFFF: key " + type + " of sectors "
                    + Ranges.of(unknown));
        }
    }
}
