package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.DataCondition;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.TrailerCondition;
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
            line.accept("access " + bytes.toHex() + ", sectors " + where + ":");
            Optional<AccessBits> access = AccessBits.decode(bytes);
            access.ifPresentOrElse(
                    bits -> print(bits, line), () -> line.accept("  invalid: the card refuses these sectors for good"));
        });
    }

    private static void print(AccessBits access, Consumer<String> line) {
        List<DataCondition> groups = access.groups();
        if (groups.stream().distinct().count() == 1) {
            line.accept("  data     " + sentence(groups.get(0)));
        } else {
            for (int group = 0; group < groups.size(); group++) {
                line.accept("  data " + group + "   " + sentence(groups.get(group)));
            }
        }
        line.accept("  trailer  " + sentence(access.trailer()));
        if (!access.keyBUsable()) {
            line.accept("           key B can be read, so it is data and opens nothing");
        }
    }

    private static String sentence(DataCondition condition) {
        return "read with " + who(condition.read()) + ", write " + who(condition.write()) + ", increment "
                + who(condition.increment()) + ", decrement " + who(condition.decrement());
    }

    private static String sentence(TrailerCondition condition) {
        return "written: key A with " + who(condition.keyAWrite()) + ", access bits with "
                + who(condition.accessWrite()) + ", key B with " + who(condition.keyBWrite());
    }

    private static String who(KeyHolders holders) {
        return switch (holders) {
            case NONE -> "neither";
            case A -> "A";
            case B -> "B";
            case AB -> "A or B";
        };
    }
}
