package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.DumpDifference;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.cli.classic.map.AccessWords;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has changed in a trailer, in words. */
final class TrailerChanges {

    private static final String UNKNOWN = "unknown";

    private TrailerChanges() {}

    static List<String> of(DumpDifference difference) {
        List<String> changes = new ArrayList<>();
        if (difference.block().isTrailer()) {
            part(changes, "key A", difference, SectorTrailer.KEY_A, ClassicKey.LENGTH);
            part(changes, "access bits", difference, SectorTrailer.ACCESS, AccessBits.LENGTH);
            conditions(changes, access(difference.before()), access(difference.after()));
            part(changes, "general purpose byte", difference, SectorTrailer.GPB, 1);
            part(changes, "key B", difference, SectorTrailer.KEY_B, ClassicKey.LENGTH);
        }
        return changes;
    }

    private static void part(List<String> changes, String name, DumpDifference difference, int offset, int length) {
        String before =
                difference.before().part(offset, length).map(Bytes::toHex).orElse(UNKNOWN);
        String after = difference.after().part(offset, length).map(Bytes::toHex).orElse(UNKNOWN);
        if (!before.equals(after)) {
            changes.add(name + ": " + before + " -> " + after);
        }
    }

    private static Optional<List<String>> access(BlockContent trailer) {
        return trailer.part(SectorTrailer.ACCESS, AccessBits.LENGTH)
                .map(bytes -> AccessBits.decode(bytes).map(AccessWords::lines).orElse(List.of("invalid")));
    }

    private static void conditions(List<String> changes, Optional<List<String>> before, Optional<List<String>> after) {
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            before.get().stream().filter(line -> !after.get().contains(line)).forEach(line -> changes.add("- " + line));
            after.get().stream().filter(line -> !before.get().contains(line)).forEach(line -> changes.add("+ " + line));
        }
    }
}
