package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.MadNames;
import io.github.tagsmith.classic.model.MadPart;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Hex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static List<String> lines(Mad mad) {
        List<String> lines = new ArrayList<>();
        int publisher = mad.first().publisherSector();
        lines.add("MAD" + mad.version() + ", CRC " + (mad.crcOk() ? "right" : "WRONG")
                + (publisher == 0 ? "" : ", card publisher in sector " + publisher)
                + (mad.entries().isEmpty() ? ", no application" : ""));
        for (Map.Entry<MadAid, List<Integer>> application : sectors(mad).entrySet()) {
            List<Integer> having = application.getValue();
            String where = "  " + application.getKey() + "  " + (having.size() == 1 ? "sector " : "sectors ")
                    + Ranges.of(having);
            Optional<String> name = MadNames.of(application.getKey());
            if (name.isEmpty()) {
                lines.add(where);
            } else if (where.length() + 2 + name.get().length() <= WIDTH) {
                lines.add(where + ": " + name.get());
            } else {
                lines.add(where);
                lines.add("        " + name.get());
            }
        }
        return lines;
    }

    private static Map<MadAid, List<Integer>> sectors(Mad mad) {
        Map<MadAid, List<Integer>> sectors = new LinkedHashMap<>();
        for (Map.Entry<SectorNo, MadAid> entry : mad.entries().entrySet()) {
            sectors.putIfAbsent(entry.getValue(), new ArrayList<>());
            sectors.get(entry.getValue()).add(entry.getKey().value());
        }
        return sectors;
    }
}
