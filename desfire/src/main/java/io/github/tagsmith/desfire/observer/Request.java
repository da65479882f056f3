package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/**
 * A command as it was heard, protection included.
 *
 * @param instruction the command
 * @param body everything behind the command byte
 */
record Request(Instruction instruction, Bytes body) {

    MessageForm form() {
        return MessageForm.of(instruction);
    }

    Bytes code() {
        return Bytes.of(instruction.code());
    }

    Bytes header() {
        return form().header(body);
    }

    Bytes data() {
        return form().data(body);
    }

    OptionalInt commandLength() {
        return form().commandLength(body);
    }

    OptionalInt answerLength() {
        return form().answerLength(body);
    }

    boolean is(MessageForm.Protection protection) {
        return form().protection() == protection;
    }

    boolean changesKey() {
        return instruction == Instruction.CHANGE_KEY || instruction == Instruction.CHANGE_KEY_EV2;
    }

    /** Whether the data may be enciphered. */
    boolean mayBeFull(int blockSize) {
        boolean wanted = is(MessageForm.Protection.FULL) || is(MessageForm.Protection.FILE);
        return wanted && !data().isEmpty() && data().length() % blockSize == 0;
    }

    /** Whether the data are as long as they would be without any protection. */
    boolean isBare() {
        return commandLength().isEmpty() || commandLength().getAsInt() == data().length();
    }
}
