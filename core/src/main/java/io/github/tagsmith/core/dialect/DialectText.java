package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table of dialects; its form is described at the head of the built-in one. */
final class DialectText {

    private final String file;
    private final List<DialectRow> known;

    /**
     * @param file its name, for complaints
     * @param known rows that may be referred to, from another table
     */
    DialectText(String file, List<DialectRow> known) {
        this.file = file;
        this.known = known;
    }

    /** The rows as they stand there, with what they inherit. */
    List<DialectRow> rows(String text) throws NfcException {
        List<DialectRow> rows = new ArrayList<>();
        DialectRow row = null;
        int number = 0;
        for (String whole : text.split("\r?\n", -1)) {
            number++;
            String line = whole.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                row = begin(line, number, rows);
                rows.add(row);
            } else {
                add(row, line, number);
            }
        }
        for (DialectRow each : rows) {
            inherit(each, rows);
        }
        return rows;
    }

    private DialectRow begin(String line, int number, List<DialectRow> rows) throws NfcException {
        if (!line.matches("\\[[a-z0-9][a-z0-9-]*\\]")) {
            throw malformed(number, "a row begins with its id in brackets: letters, digits and hyphens");
        }
        String id = line.substring(1, line.length() - 1);
        if (find(rows, id).isPresent()) {
            throw malformed(number, "[" + id + "] is there already");
        }
        return new DialectRow(file, id, number);
    }

    private void add(@Nullable DialectRow row, String line, int number) throws NfcException {
        int equals = line.indexOf('=');
        if (equals < 1 || line.substring(equals + 1).isBlank()) {
            throw malformed(number, "a line is \"key = value\"");
        }
        if (row == null) {
            throw malformed(number, "no [id] stands before this line");
        }
        row.add(line.substring(0, equals).strip(), line.substring(equals + 1).strip(), number);
    }

    private void inherit(DialectRow row, List<DialectRow> rows) throws NfcException {
        Optional<DialectRow.Entry> like = row.one("like");
        if (like.isPresent()) {
            String id = like.get().value();
            List<DialectRow> earlier = rows.subList(0, rows.indexOf(row));
            DialectRow base = find(earlier, id)
                    .or(() -> find(known, id))
                    .orElseThrow(() -> malformed(like.get().line(), "no row [" + id + "] stands before this one"));
            row.inherit(base);
        }
    }

    static Optional<DialectRow> find(List<DialectRow> rows, String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The entries of these rows. */
    List<DialectEntry> entries(List<DialectRow> rows) {
        List<DialectRow> others = Stream.concat(rows.stream(), known.stream()).toList();
        return rows.stream().map(row -> new DialectEntry(row, others)).toList();
    }

    private NfcException malformed(int line, String why) {
        return NfcException.malformed(file + ", line " + line + ": " + why);
    }
}
