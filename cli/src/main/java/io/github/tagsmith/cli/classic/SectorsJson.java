package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members {@code card} and {@code sectors}, which {@code dump} and {@code show} have in common. */
final class SectorsJson {

    private static final String UNKNOWN_BYTE = "??";

    private SectorsJson() {}

    static Map<String, @Nullable Object> card(CardFacts facts) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("type", facts.type());
        card.put("uid", facts.uid().map(Bytes::toHex).orElse(null));
        card.put("atqa", facts.atqa().map(atqa -> Hex.ofShort(atqa)).orElse(null));
        card.put("sak", facts.sak().map(Hex::ofByte).orElse(null));
        return card;
    }

    static List<Map<String, @Nullable Object>> sectors(Dump dump, List<SectorNo> wanted) {
        List<Map<String, @Nullable Object>> sectors = new ArrayList<>();
        for (SectorNo number : wanted) {
            Map<String, @Nullable Object> sector = new LinkedHashMap<>();
            sector.put("sector", number.value());
            sector.put("keyA", key(dump, number, KeyType.A));
            sector.put("keyB", key(dump, number, KeyType.B));
            sector.put("accessBytes", dump.accessBytes(number).map(Bytes::toHex).orElse(null));
            sector.put("accessValid", valid(dump, number));
            sector.put("blocks", blocks(dump, number));
            sectors.add(sector);
        }
        return sectors;
    }

    static @Nullable String key(Dump dump, SectorNo sector, KeyType type) {
        return dump.key(sector, type).map(ClassicKey::reveal).map(Bytes::toHex).orElse(null);
    }

    private static @Nullable Boolean valid(Dump dump, SectorNo sector) {
        return dump.accessBytes(sector)
                .map(known -> dump.accessBits(sector).isPresent())
                .orElse(null);
    }

    /** Absent: nothing is known; complete: all data is, and whatever of the trailer. */
    static String state(Dump dump, SectorNo sector) {
        if (sector.blocks().stream().allMatch(block -> dump.block(block).isUnknown())) {
            return "absent";
        }
        boolean complete = !dump.block(sector.trailer()).isUnknown()
                && sector.dataBlocks().stream()
                        .allMatch(block -> dump.block(block).isComplete());
        return complete ? "complete" : "partial";
    }

    private static List<@Nullable String> blocks(Dump dump, SectorNo sector) {
        List<@Nullable String> blocks = new ArrayList<>();
        for (BlockNo block : sector.blocks()) {
            blocks.add(hex(dump.block(block)));
        }
        return blocks;
    }

    private static @Nullable String hex(BlockContent block) {
        return block.isUnknown() ? null : block.toHex(UNKNOWN_BYTE);
    }
}
