package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command with its answer, frames joined.
 *
 * @param places where it is
 * @param instruction the command
 * @param command what was sent
 * @param answer what came back
 * @param status the last status
 * @param counters the session's counters when the command was sent, for people; empty if there are none
 * @param note what else is to be said; empty if nothing
 */
public record ObservedMessage(
        List<String> places,
        Instruction instruction,
        Side command,
        Side answer,
        int status,
        String counters,
        String note)
        implements Observation {

    private static final Set<Instruction> KEY_CARRIERS = EnumSet.of(
            Instruction.CHANGE_KEY,
            Instruction.CHANGE_KEY_EV2,
            Instruction.CREATE_TRANSACTION_MAC_FILE,
            Instruction.SET_CONFIGURATION);

    /**
     * What one of the two sent.
     *
     * @param mode how
     * @param verdict whether it is right
     * @param clear parameters and data without protection; nothing if they cannot be had
     */
    public record Side(CommMode mode, Verdict verdict, Optional<Bytes> clear) {

        static Side of(Reading reading) {
            return new Side(reading.mode(), reading.verdict(), reading.clear());
        }

        static Side plain(Bytes bytes) {
            return new Side(CommMode.PLAIN, Verdict.UNPROTECTED, Optional.of(bytes));
        }

        static Side unknown() {
            return new Side(CommMode.PLAIN, Verdict.UNKNOWN, Optional.empty());
        }
    }

    /**
     * Copies the list.
     *
     * @param places where it is
     * @param instruction the command
     * @param command what was sent
     * @param answer what came back
     * @param status the last status
     * @param counters the session's counters
     * @param note what else is to be said
     */
    public ObservedMessage {
        places = List.copyOf(places);
    }

    /**
     * Whether the command's data are a key, or may hold one.
     *
     * @return true if so
     */
    public boolean carriesKey() {
        return KEY_CARRIERS.contains(instruction);
    }

    @Override
    public String fault() {
        if (command.verdict() == Verdict.WRONG) {
            return "MAC or checksum of the command is wrong";
        }
        return answer.verdict() == Verdict.WRONG ? "MAC or checksum of the answer is wrong" : "";
    }

    /** Not what was said. */
    @Override
    public String toString() {
        return instruction + " " + command.verdict() + " " + answer.verdict();
    }
}
