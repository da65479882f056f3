package io.github.tagsmith.cli.arguments;

import java.util.ArrayList;
import java.util.List;

/**
 * An option or parameter of a command, as a line of text.
 *
 * @param kind what it is
 * @param names of an option; of a parameter its index
 * @param target the names of the fields that lead to its own from the command, the first one empty for a global option
 * @param type the class of its value, or of the elements if it takes several
 * @param converter the class that converts it; empty if that is known from the type
 * @param required whether it has to be there
 * @param defaultValue what it is otherwise; empty if the field says so itself
 */
public record ArgumentRow(
        Kind kind,
        List<String> names,
        List<String> target,
        String type,
        String converter,
        boolean required,
        String defaultValue) {

    private static final String TAB = "\t";
    private static final int COLUMNS = 7;

    /** How values are given. */
    public enum Kind {
        /** An option without a value. */
        FLAG,
        /** An option with one. */
        VALUE,
        /** An option that may be repeated, each time with a value. */
        VALUES,
        /** A parameter. */
        PARAMETER,
        /** All parameters from an index on. */
        PARAMETERS
    }

    /** Names cannot be changed. */
    public ArgumentRow {
        names = List.copyOf(names);
        target = List.copyOf(target);
    }

    /**
     * Reads a line.
     *
     * @param line as {@link #line} writes it
     * @return the row
     */
    public static ArgumentRow of(String line) {
        List<String> columns = split(line, '\t');
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("not a row: " + line);
        }
        return new ArgumentRow(
                Kind.valueOf(columns.get(0)),
                split(columns.get(1), ' '),
                split(columns.get(2), '.'),
                columns.get(3),
                columns.get(4),
                columns.get(5).equals("required"),
                columns.get(6));
    }

    /**
     * The row as a line.
     *
     * @return text for {@link #of}
     */
    public String line() {
        return String.join(
                TAB,
                kind.name(),
                String.join(" ", names),
                String.join(".", target),
                type,
                converter,
                required ? "required" : "",
                defaultValue);
    }

    /**
     * Whether every command has it.
     *
     * @return true for a global option
     */
    public boolean global() {
        return target.get(0).isEmpty();
    }

    boolean takesOneOnly() {
        return kind == Kind.FLAG || kind == Kind.VALUE || kind == Kind.PARAMETER;
    }

    boolean isParameter() {
        return kind == Kind.PARAMETER || kind == Kind.PARAMETERS;
    }

    int index() {
        return Integer.parseInt(names.get(0));
    }

    /** Without the regular expressions of {@code String.split}. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
