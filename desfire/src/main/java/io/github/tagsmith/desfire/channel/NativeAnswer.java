package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.Set;

/**
 * An answer out of its frame.
 *
 * @param sw {@code 91} and the native status; another status word where the card or reader refused the APDU as such
 * @param data what came with it
 */
record NativeAnswer(StatusWord sw, Bytes data) {

    /** The first byte of a status word that holds a native status. */
    static final int SW1 = 0x91;

    /** Commands that end with status 90. */
    private static final Set<Instruction> DONE_BY_90 = EnumSet.of(
            Instruction.READ_SIGNATURE,
            Instruction.PREPARE_PROXIMITY_CHECK,
            Instruction.PROXIMITY_CHECK,
            Instruction.VERIFY_PROXIMITY_CHECK);

    static NativeAnswer of(int status, Bytes data) {
        return new NativeAnswer(new StatusWord(SW1 << 8 | status), data);
    }

    boolean is(DesfireStatus status) {
        return sw.value() == (SW1 << 8 | status.code());
    }

    int status() {
        return sw.sw2();
    }

    /** More frames follow, or are awaited. */
    boolean isPart() {
        return is(DesfireStatus.ADDITIONAL_FRAME);
    }

    /** Done: 00, or 90 for the few commands that end with it. */
    boolean isDone(Instruction instruction) {
        return is(DesfireStatus.OPERATION_OK) || (is(DesfireStatus.OK) && DONE_BY_90.contains(instruction));
    }

    /** A status that means success with some command. */
    boolean isSuccess() {
        return is(DesfireStatus.OPERATION_OK) || is(DesfireStatus.OK);
    }
}
