package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.table.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A table of names beside this class: a key, a blank, a name. */
final class NameTable {

    private NameTable() {}

    /** A line of the table. */
    record Row(String key, String name) {}

    static List<Row> read(String name) {
        List<Row> rows = new ArrayList<>();
        for (String line : TextTable.lines(NameTable.class, name)) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                rows.add(new Row(line.substring(0, blank), line.substring(blank + 1)));
            }
        }
        return rows;
    }
}
