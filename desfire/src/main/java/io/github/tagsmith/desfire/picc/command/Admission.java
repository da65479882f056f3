package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.sm.ReceivedCommand;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.OptionalInt;

/** What is asked of a command before it is done: where it goes, and whether all of it is there. */
final class Admission {

    private Admission() {}

    static void requireLevel(CommandRow row, Draft draft) throws Refusal {
        if (!row.level().allows(draft.isCardLevel())) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
    }

    /** Turns the draft to the second application where the number of its file says so. */
    static void turn(CommandRow row, Draft draft, Bytes parameters) {
        if (row.addressed() && !parameters.isEmpty() && draft.isOfSecond(parameters.get(0))) {
            draft.turnToSecond();
        }
    }

    /** The header without the bit that turned the command to the second application. */
    static Bytes header(Draft draft, ReceivedCommand received) {
        Bytes header = received.header();
        boolean turned = !draft.target().equals(draft.activation().selection().aid());
        return turned ? header.with(0, Bytes.of(header.get(0) & ~Draft.SECOND)) : header;
    }

    /** Whether the header announces more data than came; 9D if they may not come in a chain. */
    static boolean isUnfinished(CommandRow row, Draft draft, ReceivedCommand received, CommMode mode) throws Refusal {
        OptionalInt length = received.dataLength();
        boolean unfinished = row.lengthAt() >= 0
                && length.isPresent()
                && received.rest().length()
                        < draft.activation().messaging().wireLength(row.instruction(), length.getAsInt(), mode);
        if (unfinished && mode != CommMode.PLAIN && isChainingOff(draft)) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        return unfinished;
    }

    /** SetConfiguration 04 forbids chained writing with a MAC in sessions of EV2 and LRP. */
    private static boolean isChainingOff(Draft draft) {
        return draft.stored().configuration().lacks(Configuration.NO_CHAINED_WRITING)
                && draft.activation()
                        .login()
                        .filter(login -> login.method().isCounting())
                        .isPresent();
    }
}
