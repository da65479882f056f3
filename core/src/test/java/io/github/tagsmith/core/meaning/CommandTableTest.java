package io.github.tagsmith.core.meaning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.table.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are read when a command is met that they are about, so that a wrong one would be found late. */
class CommandTableTest {

    @Test
    void everyRowCanBeRead() {
        List<String> names = TextTable.lines(CommandTable.class, "commands.txt").stream()
                .map(line -> CommandRow.parse(line).op())
                .toList();
        assertTrue(names.containsAll(List.of("pcsc.get-uid", "pcsc.load-keys")), names::toString);
    }

    @Test
    void aLineIsAboutItsClassAndInstructionOnly() {
        String line = "pcsc.read | FF B. .. .. | block=p1-2:number | data=data";
        assertTrue(CommandRow.isAbout(line, "FFB0"));
        assertTrue(CommandRow.isAbout(line, "FFB1"));
        assertFalse(CommandRow.isAbout(line, "FFC0"));
        assertFalse(CommandRow.isAbout(line, "00B0"));
    }
}
