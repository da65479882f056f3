package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.table.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of values: application identifiers, files, commands behind a reader's pass-through. */
final class Names {

    private static final Map<String, List<Row>> TABLES = read();

    private Names() {}

    private record Row(String value, boolean prefix, String name) {

        boolean fits(String digits) {
            return prefix ? digits.startsWith(value) : digits.equals(value);
        }
    }

    private static Map<String, List<Row>> read() {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (String line : TextTable.lines(Names.class, "names.txt")) {
            if (line.startsWith("[")) {
                rows = new ArrayList<>();
                tables.put(line.substring(1, line.length() - 1), rows);
            } else {
                int blank = line.indexOf(' ');
                String value = line.substring(0, blank);
                boolean prefix = value.endsWith("*");
                rows.add(new Row(
                        prefix ? value.substring(0, value.length() - 1) : value, prefix, line.substring(blank + 1)));
            }
        }
        return tables;
    }

    static Optional<String> find(String table, Bytes value) {
        String digits = value.toHex();
        for (Row row : TABLES.getOrDefault(table, List.of())) {
            if (row.fits(digits)) {
                return Optional.of(row.name);
            }
        }
        return Optional.empty();
    }
}
