package io.github.tagsmith.cli.arguments;

import io.github.tagsmith.core.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has to be known of a command to start it. The build writes a table of it for each command, the class on its first line.
 *
 * @param type the class of the command, which is made with its context alone, or {@link #NEEDS_MORE}
 * @param rows its options and parameters
 */
public record CommandTable(String type, List<ArgumentRow> rows) {

    /** In place of a class that is made with more than the context. */
    public static final String NEEDS_MORE = "-";

    /** A script has many lines of few commands. */
    private static final Map<String, CommandTable> FOUND = new ConcurrentHashMap<>();

    /** Rows cannot be changed. */
    public CommandTable {
        rows = List.copyOf(rows);
    }

    /**
     * Finds the table of a command.
     *
     * @param path the words that name the command, from {@code tagsmith} on, separated by slashes
     * @return its table; empty if no command is called so
     */
    public static Optional<CommandTable> find(String path) {
        CommandTable known = FOUND.get(path);
        return known == null ? read(path) : Optional.of(known);
    }

    private static Optional<CommandTable> read(String path) {
        Optional<String> text = TextTable.find(CommandTable.class, path + ".tsv");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = TextTable.lines(text.get());
        List<ArgumentRow> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(ArgumentRow.of(line));
        }
        CommandTable table = new CommandTable(lines.get(0), rows);
        FOUND.put(path, table);
        return Optional.of(table);
    }

    /**
     * The table as text.
     *
     * @return what is read again
     */
    public String text() {
        StringBuilder text = new StringBuilder(type).append('\n');
        for (ArgumentRow row : rows) {
            text.append(row.line()).append('\n');
        }
        return text.toString();
    }
}
