package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.classic.map.AccessWords;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Access conditions in words, each set of conditions once with the sectors that have it. */
final class AccessText {

    private AccessText() {}

    static void print(Dump dump, Consumer<String> line) {
        Map<Bytes, List<SectorNo>> sectors = new LinkedHashMap<>();
        for (SectorNo sector : dump.type().sectors()) {
            dump.accessBytes(sector)
                    .map(bytes -> bytes.slice(0, AccessBits.LENGTH))
                    .ifPresent(bytes -> sectors.computeIfAbsent(bytes, first -> new ArrayList<>())
                            .add(sector));
        }
        sectors.forEach((bytes, having) -> {
            String where = Ranges.of(having.stream().map(SectorNo::value).toList());
            line.accept("access " + bytes.toHex() + (having.size() == 1 ? ", sector " : ", sectors ") + where + ":");
            Optional<AccessBits> access = AccessBits.decode(bytes);
            access.ifPresentOrElse(
                    bits -> AccessWords.lines(bits).forEach(words -> line.accept("  " + words)),
                    () -> line.accept("  invalid: the card refuses these sectors for good"));
        });
    }
}
