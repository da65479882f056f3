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

/** Access conditions in words, each set of conditions once with the sectors that have it. */
final class AccessText {

    private AccessText() {}

    static List<String> lines(Dump dump) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Bytes, List<Integer>> having : sectors(dump).entrySet()) {
            Bytes bytes = having.getKey();
            lines.add("access " + bytes.toHex() + (having.getValue().size() == 1 ? ", sector " : ", sectors ")
                    + Ranges.of(having.getValue()) + ":");
            Optional<AccessBits> access = AccessBits.decode(bytes);
            if (access.isEmpty()) {
                lines.add("  invalid: the card refuses these sectors for good");
            } else {
                for (String words : AccessWords.lines(access.get())) {
                    lines.add("  " + words);
                }
            }
        }
        return lines;
    }

    private static Map<Bytes, List<Integer>> sectors(Dump dump) {
        Map<Bytes, List<Integer>> sectors = new LinkedHashMap<>();
        for (SectorNo sector : dump.type().sectors()) {
            Optional<Bytes> known = dump.accessBytes(sector);
            if (known.isPresent()) {
                Bytes access = known.get().slice(0, AccessBits.LENGTH);
                sectors.putIfAbsent(access, new ArrayList<>());
                sectors.get(access).add(sector.value());
            }
        }
        return sectors;
    }
}
