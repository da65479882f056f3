package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Map;
import java.util.Optional;

/** All commands of all generations, without those that authenticate. */
final class CommandTable {

    private static final Map<Instruction, CommandRow> ROWS = rows();

    private CommandTable() {}

    private static Map<Instruction, CommandRow> rows() {
        CommandRows rows = new CommandRows();
        CardData.addTo(rows);
        Applications.addTo(rows);
        Keys.addTo(rows);
        KeyChanges.addTo(rows);
        KeySetCommands.addTo(rows);
        Files.addTo(rows);
        FileCreation.addTo(rows);
        DataAccess.addTo(rows);
        RecordAccess.addTo(rows);
        ValueAccess.addTo(rows);
        Transactions.addTo(rows);
        SdmReading.addTo(rows);
        ProximityChecks.addTo(rows);
        DelegatedApplications.addTo(rows);
        CardConfiguration.addTo(rows);
        return rows.all();
    }

    /** The row of a command that a card has. */
    static Optional<CommandRow> row(Instruction instruction, CardGeneration generation) {
        return Optional.ofNullable(ROWS.get(instruction)).filter(row -> row.isKnownTo(generation));
    }
}
