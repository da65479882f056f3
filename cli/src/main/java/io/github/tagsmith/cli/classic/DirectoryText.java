package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.MadNames;
import io.github.tagsmith.classic.model.MadPart;
import io.github.tagsmith.core.bytes.Hex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The directory for JSON and for reading. */
final class DirectoryText {

    private static final int WIDTH = 80;

    private DirectoryText() {}

    static Map<String, @Nullable Object> json(Mad mad, int gpb) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", mad.version());
        json.put("crcOk", mad.crcOk());
        json.put("multiApplication", mad.multiApplication());
        json.put("publisherSector", mad.first().publisherSector());
        json.put("gpb", Hex.ofByte(gpb));
        json.put("crc", Hex.ofByte(mad.first().crc()));
        json.put("info", Hex.ofByte(mad.first().info()));
        json.put("mad2", mad.second().map(DirectoryText::json).orElse(null));
        json.put(
                "entries",
                mad.entries().entrySet().stream()
                        .map(entry -> {
                            Map<String, @Nullable Object> sector = new LinkedHashMap<>();
                            sector.put("sector", entry.getKey().value());
                            sector.put("aid", entry.getValue().toString());
                            sector.put("name", MadNames.of(entry.getValue()).orElse(null));
                            return sector;
                        })
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(MadPart part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("crc", Hex.ofByte(part.crc()));
        json.put("crcOk", part.crcOk());
        json.put("info", Hex.ofByte(part.info()));
        return json;
    }

    static void print(Mad mad, Consumer<String> line) {
        int publisher = mad.first().publisherSector();
        line.accept("MAD" + mad.version() + ", CRC " + (mad.crcOk() ? "right" : "WRONG")
                + (publisher == 0 ? "" : ", card publisher in sector " + publisher)
                + (mad.entries().isEmpty() ? ", no application" : ""));
        Map<MadAid, List<Integer>> sectors = new LinkedHashMap<>();
        mad.entries()
                .forEach((sector, aid) ->
                        sectors.computeIfAbsent(aid, first -> new ArrayList<>()).add(sector.value()));
        sectors.forEach((aid, having) -> {
            String where = "  " + aid + "  " + (having.size() == 1 ? "sector " : "sectors ") + Ranges.of(having);
            String name = MadNames.of(aid).map(found -> ": " + found).orElse("");
            boolean fits = where.length() + name.length() <= WIDTH;
            line.accept(fits ? where + name : where);
            if (!fits) {
                line.accept("        " + name.substring(2));
            }
        });
    }
}
