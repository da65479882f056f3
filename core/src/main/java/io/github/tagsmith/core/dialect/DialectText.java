package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table of dialects; its form is described at the head of the built-in one. */
final class DialectText {

    private static final Pattern ID = Pattern.compile("\\[[a-z0-9][a-z0-9-]*\\]");

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
        for (String line : lines(text)) {
            number++;
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

    /** All lines, stripped. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(text.substring(start, end).strip());
            start = end + 1;
        }
        return lines;
    }

    private DialectRow begin(String line, int number, List<DialectRow> rows) throws NfcException {
        if (!ID.matcher(line).matches()) {
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
        for (DialectRow row : rows) {
            if (row.id().equals(id)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The entries of these rows. */
    List<DialectEntry> entries(List<DialectRow> rows) {
        List<DialectRow> others = new ArrayList<>(rows);
        others.addAll(known);
        List<DialectEntry> entries = new ArrayList<>();
        for (DialectRow row : rows) {
            entries.add(new DialectEntry(row, others));
        }
        return entries;
    }

    private NfcException malformed(int line, String why) {
        return NfcException.malformed(file + ", line " + line + ": " + why);
    }
}
