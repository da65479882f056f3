package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.Set;

/** Builds a row: what is not said is the usual. */
final class CommandRowBuilder {

    /** All parameters that must be there are header. Optional ones behind them count as data, which is the same to a MAC. */
    private static final int ALL = CommandRow.UNLIMITED;

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

    CommandRowBuilder(Instruction instruction) {
        this.instruction = instruction;
    }

    /** Only a card that can this, or the other. */
    CommandRowBuilder needs(Capability... any) {
        needs.addAll(Set.of(any));
        return this;
    }

    CommandRowBuilder at(Level newLevel) {
        level = newLevel;
        return this;
    }

    CommandRowBuilder by(Permit newPermit) {
        permit = newPermit;
        return this;
    }

    /** So many bytes of parameters. */
    CommandRowBuilder bytes(int exactly) {
        return bytes(exactly, exactly);
    }

    CommandRowBuilder bytes(int least, int most) {
        shortest = least;
        longest = most;
        return this;
    }

    /** Only the first bytes always travel in clear. */
    CommandRowBuilder header(int length) {
        header = length;
        return this;
    }

    /** The header ends in a length of three bytes, and so many bytes follow. */
    CommandRowBuilder dataBehind(int length) {
        lengthAt = length - 3;
        return header(length).bytes(length + 1, CommandRow.UNLIMITED);
    }

    CommandRowBuilder in(ModeRule newMode) {
        mode = newMode;
        return this;
    }

    /** The last bytes come in a frame of their own. */
    CommandRowBuilder secondFrame(int length) {
        secondFrame = length;
        return this;
    }

    /** It begins with the number of a file, of either application where two are selected. */
    CommandRowBuilder ofFile() {
        addressed = true;
        return this;
    }

    /** The handler opens the command itself. */
    CommandRowBuilder sealed() {
        opened = false;
        return this;
    }

    CommandRow does(Handler handler) {
        return new CommandRow(
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
                handler);
    }

    /** The command is one of another class. */
    IllegalArgumentException elsewhere() {
        return new IllegalArgumentException("no row for " + instruction);
    }
}
