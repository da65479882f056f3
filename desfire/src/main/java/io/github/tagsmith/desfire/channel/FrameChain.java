package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Sends a command in as many frames as it needs and collects an answer from as many as it takes.
 *
 * <pre>
 * CMD first part -&gt; AF    AF next part -&gt; AF    AF last part -&gt; 00 data
 * CMD            -&gt; AF data    AF -&gt; AF data    AF -&gt; 00 data
 * </pre>
 *
 * @param transport where frames go
 * @param framing their form
 * @param limits how long they may be
 * @param listener follows the frames
 */
record FrameChain(ApduChannel transport, Framing framing, FrameLimits limits, FrameListener listener) {

    /** Commands that go as one APDU, however long: ISO/IEC 14443-4 cuts it. */
    private static final Set<Instruction> ISO_CHAINED = EnumSet.of(
            Instruction.READ_DATA_ISO,
            Instruction.WRITE_DATA_ISO,
            Instruction.READ_RECORDS_ISO,
            Instruction.WRITE_RECORD_ISO,
            Instruction.UPDATE_RECORD_ISO);

    /** More than any file in the smallest frames: 32 KiB in answers of 15 bytes. */
    private static final int MAX_FRAMES = 2304;

    static boolean isIsoChained(Instruction instruction) {
        return ISO_CHAINED.contains(instruction);
    }

    /** One frame, one answer. */
    NativeAnswer exchange(Instruction instruction, Bytes body) throws NfcException {
        Bytes frame = framing.frame(instruction.code(), body, limits, isIsoChained(instruction));
        return framing.answer(transport.transmit(frame));
    }

    /** A whole command, a whole answer; the status is the last one. The first frame holds no more than is said. */
    NativeAnswer send(Instruction instruction, Bytes body, int first) throws NfcException {
        return collect(instruction, sendParts(instruction, body, first));
    }

    private NativeAnswer sendParts(Instruction instruction, Bytes body, int first) throws NfcException {
        int room = isIsoChained(instruction) ? limits.data() : framing.room(limits);
        int start = Math.min(room, first);
        if (body.length() <= start) {
            return exchange(instruction, body);
        }
        if (isIsoChained(instruction)) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            instruction + " of " + body.length() + " bytes is too long for the reader (" + room + ")")
                    .withHint("write it in parts");
        }
        NativeAnswer answer = exchange(instruction, body.slice(0, start));
        for (int at = start; at < body.length(); at += room) {
            listener.moved(at);
            if (!answer.isPart() || !answer.data().isEmpty()) {
                return requireRefusal(instruction, answer);
            }
            Bytes part = body.slice(at, Math.min(at + room, body.length()));
            answer = exchange(Instruction.ADDITIONAL_FRAME, part);
        }
        return answer;
    }

    /** Before everything was sent, only an error may come. */
    private static NativeAnswer requireRefusal(Instruction instruction, NativeAnswer answer) throws NfcException {
        if (answer.isPart() || answer.isSuccess() || !answer.data().isEmpty()) {
            throw NfcException.protocol(instruction + " was answered before all of it was sent");
        }
        return answer;
    }

    private NativeAnswer collect(Instruction instruction, NativeAnswer first) throws NfcException {
        if (!first.isPart()) {
            return first;
        }
        List<Bytes> parts = new ArrayList<>();
        NativeAnswer answer = first;
        int received = 0;
        while (answer.isPart()) {
            if (parts.size() == MAX_FRAMES) {
                throw NfcException.protocol(
                        "the answer to " + instruction + " does not end after " + MAX_FRAMES + " frames");
            }
            parts.add(answer.data());
            received += answer.data().length();
            listener.moved(received);
            answer = exchange(Instruction.ADDITIONAL_FRAME, Bytes.EMPTY);
        }
        parts.add(answer.data());
        return NativeAnswer.joined(answer.sw(), parts);
    }
}
