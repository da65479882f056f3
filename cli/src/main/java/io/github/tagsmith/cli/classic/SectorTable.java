package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sectors of a card, a line each, at most 80 columns. */
final class SectorTable {

    private static final String ROW = "%6s  %-12s  %-12s  %-8s  %s";

    private SectorTable() {}

    static void print(Dump dump, List<SectorNo> sectors, Consumer<String> line) {
        line.accept(String.format(ROW, "sector", "key A", "key B", "access", "blocks"));
        for (SectorNo sector : sectors) {
            String access = dump.accessBytes(sector).map(Bytes::toHex).orElse("unknown");
            line.accept(String.format(
                    ROW,
                    sector,
                    orUnknown(SectorsJson.key(dump, sector, KeyType.A)),
                    orUnknown(SectorsJson.key(dump, sector, KeyType.B)),
                    access,
                    blocks(dump, sector)));
        }
    }

    private static String orUnknown(@Nullable String key) {
        return key == null ? "unknown" : key;
    }

    private static String blocks(Dump dump, SectorNo sector) {
        List<BlockNo> missing = sector.blocks().stream()
                .filter(block -> !dump.block(block).isComplete())
                .toList();
        if (missing.isEmpty()) {
            return sector.firstBlock() + "-" + sector.trailer();
        }
        return missing.size() == sector.blockCount()
                ? "none"
                : missing.size() + " of " + sector.blockCount() + " unknown";
    }
}
