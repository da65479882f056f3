package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Builds rows: what is not said is the usual. */
final class CommandRows {

    /** All parameters that must be there are header. Optional ones behind them count as data, which is the same to a MAC. */
    private static final int ALL = CommandRow.UNLIMITED;

    private final Map<Instruction, CommandRow> rows = new EnumMap<>(Instruction.class);

    /** A row that is being written. */
    final class Row {

        private final Instruction instruction;
        private final Set<Capability> needs = EnumSet.noneOf(Capability.class);
        private Level level = Level.APPLICATION;
        private Permit permit = Permit.ALL;
        private int header = ALL;
        private int shortest;
        private int longest;
        private int lengthAt = -1;
        private ModeRule mode = ModeRule.MAC;
        private int secondFrame;
        private boolean addressed;
        private boolean opened = true;

        private Row(Instruction instruction) {
            this.instruction = instruction;
        }

        /** Only a card that can this, or the other. */
        Row needs(Capability... any) {
            needs.addAll(Set.of(any));
            return this;
        }

        Row at(Level newLevel) {
            level = newLevel;
            return this;
        }

        Row by(Permit newPermit) {
            permit = newPermit;
            return this;
        }

        /** So many bytes of parameters. */
        Row bytes(int exactly) {
            return bytes(exactly, exactly);
        }

        Row bytes(int least, int most) {
            shortest = least;
            longest = most;
            return this;
        }

        /** Only the first bytes always travel in clear. */
        Row header(int length) {
            header = length;
            return this;
        }

        /** The header ends in a length of three bytes, and so many bytes follow. */
        Row dataBehind(int length) {
            lengthAt = length - 3;
            return header(length).bytes(length + 1, CommandRow.UNLIMITED);
        }

        Row in(ModeRule newMode) {
            mode = newMode;
            return this;
        }

        /** The last bytes come in a frame of their own. */
        Row secondFrame(int length) {
            secondFrame = length;
            return this;
        }

        /** It begins with the number of a file, of either application where two are selected. */
        Row ofFile() {
            addressed = true;
            return this;
        }

        /** The handler opens the command itself. */
        Row sealed() {
            opened = false;
            return this;
        }

        void does(Handler handler) {
            rows.put(
                    instruction,
                    new CommandRow(
                            instruction,
                            needs,
                            level,
                            permit,
                            header == ALL ? shortest : header,
                            shortest,
                            longest,
                            lengthAt,
                            secondFrame,
                            mode,
                            addressed,
                            opened,
                            handler));
        }
    }

    Row row(Instruction instruction) {
        return new Row(instruction);
    }

    Map<Instruction, CommandRow> all() {
        return Map.copyOf(rows);
    }
}
