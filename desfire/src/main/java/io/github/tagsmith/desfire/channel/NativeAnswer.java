package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An answer out of its frame.
 *
 * @param sw {@code 91} and the native status; another status word where the card or reader refused the APDU as such
 * @param data what came with it, all frames joined
 * @param frames the length of each frame's data
 */
record NativeAnswer(StatusWord sw, Bytes data, List<Integer> frames) {

    /** The first byte of a status word that holds a native status. */
    static final int SW1 = 0x91;

    /** Commands that end with status 90. */
    private static final Set<Instruction> DONE_BY_90 = EnumSet.of(
            Instruction.READ_SIGNATURE,
            Instruction.PREPARE_PROXIMITY_CHECK,
            Instruction.PROXIMITY_CHECK,
            Instruction.VERIFY_PROXIMITY_CHECK);

    NativeAnswer {
        frames = List.copyOf(frames);
    }

    NativeAnswer(StatusWord sw, Bytes data) {
        this(sw, data, List.of(data.length()));
    }

    static NativeAnswer joined(StatusWord sw, List<Bytes> parts) {
        return new NativeAnswer(
                sw,
                Bytes.concat(parts.toArray(Bytes[]::new)),
                parts.stream().map(Bytes::length).toList());
    }

    /** The clear data as the frames brought it; a MAC at the end is gone, and may have had a frame of its own. */
    List<Bytes> cut(Bytes clear) {
        List<Bytes> parts = new ArrayList<>();
        int at = 0;
        for (int length : frames) {
            int end = Math.min(at + length, clear.length());
            if (end > at) {
                parts.add(clear.slice(at, end));
            }
            at = end;
        }
        return parts;
    }

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
