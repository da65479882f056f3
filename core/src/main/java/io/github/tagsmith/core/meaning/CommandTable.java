package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The table of commands, with the rows of each class and instruction read once. */
final class CommandTable {

    private static final List<String> LINES = TextTable.lines(CommandTable.class, "commands.txt");
    private static final Map<Integer, List<CommandRow>> BY_INSTRUCTION = new ConcurrentHashMap<>();

    private CommandTable() {}

    static Optional<CommandRow> find(CommandParts parts, Bytes data) {
        Bytes header = parts.header();
        int instruction = header.get(0) << 8 | header.get(1);
        List<CommandRow> rows = BY_INSTRUCTION.get(instruction);
        if (rows == null) {
            rows = about(header);
            BY_INSTRUCTION.put(instruction, rows);
        }
        for (CommandRow row : rows) {
            if (row.fits(parts, data)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static List<CommandRow> about(Bytes header) {
        String classAndInstruction = header.slice(0, 2).toHex();
        List<CommandRow> rows = new ArrayList<>();
        for (String line : LINES) {
            if (CommandRow.isAbout(line, classAndInstruction)) {
                rows.add(CommandRow.parse(line));
            }
        }
        return rows;
    }
}
