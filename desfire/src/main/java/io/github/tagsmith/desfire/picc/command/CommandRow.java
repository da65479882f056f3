package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.sm.ReceivedCommand;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the card knows of a command before it is done.
 *
 * @param instruction which command
 * @param needs a card that can any of this has the command; empty for every card
 * @param level what must be selected
 * @param permit who may send it
 * @param header how many bytes of parameters always travel in clear
 * @param shortest the least number of parameter bytes in clear
 * @param longest the most of them
 * @param lengthAt offset of the three bytes that tell how many bytes of data follow the header, or -1
 * @param secondFrame how many bytes at the end come in a frame of their own, mostly 0
 * @param mode the communication mode of command and answer
 * @param addressed whether bit 7 of the first byte turns it to the second application
 * @param opened whether the handler gets clear data; a key change is opened by the handler itself
 * @param handler what it does
 */
record CommandRow(
        Instruction instruction,
        Set<Capability> needs,
        Level level,
        Permit permit,
        int header,
        int shortest,
        int longest,
        int lengthAt,
        int secondFrame,
        ModeRule mode,
        boolean addressed,
        boolean opened,
        Handler handler) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    boolean isKnownTo(CardGeneration generation) {
        boolean known = needs.isEmpty();
        for (Capability enough : needs) {
            known |= generation.can(enough);
        }
        return known;
    }

    /** Splits header and rest. */
    ReceivedCommand receive(Bytes parameters) throws Refusal {
        requireAtLeast(parameters.length(), Math.min(header, shortest));
        int split = Math.min(header, parameters.length());
        Bytes head = parameters.slice(0, split);
        return new ReceivedCommand(instruction, head, parameters.slice(split), dataLength(head));
    }

    /** How many bytes of clear data follow the header, where the row or the header tells. */
    OptionalInt dataLength(Bytes head) {
        if (lengthAt >= 0) {
            return OptionalInt.of((int) head.slice(lengthAt, lengthAt + 3).toUnsignedLittleEndian());
        }
        return shortest == longest && header < shortest ? OptionalInt.of(shortest - header) : OptionalInt.empty();
    }

    static void requireAtLeast(int length, int least) throws Refusal {
        if (length < least) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
    }

    void checkLength(int length) throws Refusal {
        if (length < shortest || length > longest) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
    }
}
