package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.table.TextTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The table of commands, with the rows of each class and instruction found once. */
final class CommandTable {

    private static final List<CommandRow> ROWS = TextTable.lines(CommandTable.class, "commands.txt").stream()
            .map(CommandRow::parse)
            .toList();
    private static final Map<Integer, List<CommandRow>> BY_INSTRUCTION = new ConcurrentHashMap<>();

    private CommandTable() {}

    static Optional<CommandRow> find(CommandParts parts, Bytes data) {
        Bytes header = parts.header();
        List<CommandRow> rows = BY_INSTRUCTION.computeIfAbsent(
                header.get(0) << 8 | header.get(1),
                key -> ROWS.stream().filter(row -> row.hasInstruction(header)).toList());
        for (CommandRow row : rows) {
            if (row.fits(parts, data)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
