package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a dump file says of its card.
 *
 * @param file the file
 * @param format its format
 * @param dump what is in it
 */
record ShowReport(Path file, String format, Dump dump) implements Report {

    @Override
    public Map<String, @Nullable Object> json() {
        CardFacts facts = CardFacts.of(dump);
        Map<String, @Nullable Object> card = SectorsJson.card(facts);
        card.put("bccOk", facts.bccOk().orElse(null));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "classic show");
        json.put("file", file.toString());
        json.put("format", format);
        json.put("card", card);
        json.put("sectors", SectorsJson.sectors(dump, dump.type().sectors()));
        json.put("valueBlocks", valueBlocksJson());
        json.put("mad", dump.mad().map(ShowReport::madJson).orElse(null));
        json.put("ndef", NdefArea.of(dump).map(NdefJson::of).orElse(null));
        return json;
    }

    /** Data blocks that have the form of a value block; block 0 never is one. */
    private SortedMap<BlockNo, ValueBlock> valueBlocks() {
        SortedMap<BlockNo, ValueBlock> values = new TreeMap<>();
        for (int i = 1; i < dump.blocks().size(); i++) {
            BlockNo block = new BlockNo(i);
            if (!block.isTrailer()) {
                dump.block(block).whole().flatMap(ValueBlock::decode).ifPresent(value -> values.put(block, value));
            }
        }
        return values;
    }

    private List<Map<String, Integer>> valueBlocksJson() {
        return valueBlocks().entrySet().stream()
                .map(entry -> {
                    Map<String, Integer> value = new LinkedHashMap<>();
                    value.put("block", entry.getKey().value());
                    value.put("value", entry.getValue().value());
                    value.put("addr", entry.getValue().address());
                    return value;
                })
                .toList();
    }

    private static Map<String, Object> madJson(Mad mad) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", mad.version());
        json.put("crcOk", mad.crcOk());
        json.put("multiApplication", mad.multiApplication());
        json.put("publisherSector", mad.first().publisherSector());
        json.put(
                "entries",
                mad.entries().entrySet().stream()
                        .map(entry -> {
                            Map<String, Object> sector = new LinkedHashMap<>();
                            sector.put("sector", entry.getKey().value());
                            sector.put("aid", entry.getValue().toString());
                            return sector;
                        })
                        .toList());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        CardFacts facts = CardFacts.of(dump);
        line.accept(String.format(
                "%s: %s, MIFARE Classic %s, UID %s, ATQA %s, SAK %s%s",
                file,
                format,
                facts.type(),
                facts.uid().map(Bytes::toHex).orElse("unknown"),
                facts.atqa().map(atqa -> String.format("%04X", atqa)).orElse("unknown"),
                facts.sak().map(Hex::ofByte).orElse("unknown"),
                facts.uid().isEmpty() && !facts.bccOk().orElse(true) ? ", BCC wrong" : ""));
        SectorTable.print(dump, dump.type().sectors(), line);
        AccessText.print(dump, line);
        valueBlocks()
                .forEach((block, value) ->
                        line.accept("value block " + block + ": " + value.value() + ", address " + value.address()));
        dump.mad().ifPresent(mad -> print(mad, line));
        NdefArea.of(dump).ifPresent(area -> NdefJson.print(area, line));
    }

    private static void print(Mad mad, Consumer<String> line) {
        int publisher = mad.first().publisherSector();
        line.accept("MAD" + mad.version() + ", CRC " + (mad.crcOk() ? "right" : "WRONG")
                + (publisher == 0 ? "" : ", card publisher in sector " + publisher)
                + (mad.entries().isEmpty() ? ", no application" : ""));
        Map<MadAid, List<Integer>> sectors = new LinkedHashMap<>();
        mad.entries()
                .forEach((sector, aid) ->
                        sectors.computeIfAbsent(aid, first -> new ArrayList<>()).add(sector.value()));
        sectors.forEach((aid, having) -> line.accept("  " + aid + "  sectors " + Ranges.of(having)));
    }
}
