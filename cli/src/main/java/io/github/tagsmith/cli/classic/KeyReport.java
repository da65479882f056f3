package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.keyfile.KeyFile;
import io.github.tagsmith.classic.keyfile.SectorKeys;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.output.Style;
import io.github.tagsmith.cli.output.Style.Role;
import io.github.tagsmith.core.contactless.KeyType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a key file says.
 *
 * @param file the file
 * @param format its format
 * @param keys what is in it
 * @param style colours or none
 */
record KeyReport(Path file, String format, KeyFile keys, Style style) implements Report {

    private static final int COLUMNS = 5;

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "classic show");
        json.put("file", file.toString());
        json.put("format", format);
        json.put("count", keys.keys().size());
        json.put("distinct", KeyList.join(keys.keys()).size());
        json.put("badLines", keys.badLines());
        json.put("keys", keys.keys().stream().map(KeyReport::hex).toList());
        json.put("sectors", keys.sectors().map(KeyReport::sectorsJson).orElse(null));
        return json;
    }

    private static String hex(ClassicKey key) {
        return key.reveal().toHex();
    }

    private static List<Map<String, @Nullable Object>> sectorsJson(SectorKeys sectors) {
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        for (int i = 0; i < sectors.count(); i++) {
            Map<String, @Nullable Object> sector = new LinkedHashMap<>();
            sector.put("sector", i);
            sector.put(
                    "keyA",
                    sectors.key(new SectorNo(i), KeyType.A).map(KeyReport::hex).orElse(null));
            sector.put(
                    "keyB",
                    sectors.key(new SectorNo(i), KeyType.B).map(KeyReport::hex).orElse(null));
            json.add(sector);
        }
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        int distinct = KeyList.join(keys.keys()).size();
        line.accept(style.paint(
                Role.HEADING, file + ", " + format + ": " + keys.keys().size() + " keys, " + distinct + " different"));
        keys.sectors().ifPresentOrElse(sectors -> table(sectors, line), () -> list(line));
        if (!keys.badLines().isEmpty()) {
            line.accept(style.paint(Role.WRONG, "no key in lines " + Ranges.of(keys.badLines()))
                    + ": MIFARE Classic Tool refuses such a file");
        }
    }

    private void table(SectorKeys sectors, Consumer<String> line) {
        line.accept("sector  key A         key B");
        for (int i = 0; i < sectors.count(); i++) {
            line.accept(String.format("%6d  ", i) + shown(sectors, i, KeyType.A) + "  " + shown(sectors, i, KeyType.B));
        }
    }

    private String shown(SectorKeys sectors, int sector, KeyType type) {
        return sectors.key(new SectorNo(sector), type)
                .map(key -> style.paint(Role.KEY, hex(key)))
                .orElse("unknown     ");
    }

    private void list(Consumer<String> line) {
        List<ClassicKey> distinct = KeyList.join(keys.keys());
        for (int at = 0; at < distinct.size(); at += COLUMNS) {
            StringBuilder row = new StringBuilder();
            for (ClassicKey key : distinct.subList(at, Math.min(distinct.size(), at + COLUMNS))) {
                row.append("  ").append(style.paint(Role.KEY, hex(key)));
            }
            line.accept(row.toString());
        }
    }
}
