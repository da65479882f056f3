package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.ArrayList;
import java.util.List;

/**
 * A command with its answer, in the frames they went in.
 *
 * @param frames at least one
 * @param places where each frame is
 */
record Message(List<Frame> frames, List<String> places) {

    Message {
        frames = List.copyOf(frames);
        places = List.copyOf(places);
    }

    static Message begun(Frame frame, String place) {
        return new Message(List.of(frame), List.of(place));
    }

    Message with(Frame frame, String place) {
        List<Frame> more = new ArrayList<>(frames);
        more.add(frame);
        List<String> further = new ArrayList<>(places);
        further.add(place);
        return new Message(more, further);
    }

    Instruction instruction() {
        return frames.get(0).instruction();
    }

    /** Everything behind the command byte. */
    Bytes body() {
        return Bytes.concat(frames.stream().map(Frame::data).toArray(Bytes[]::new));
    }

    Bytes answer() {
        return Bytes.concat(frames.stream().map(Frame::answer).toArray(Bytes[]::new));
    }

    /** The last status. */
    int status() {
        return frames.get(frames.size() - 1).status();
    }

    boolean isOpen() {
        return status() == DesfireStatus.ADDITIONAL_FRAME.code();
    }

    boolean isDone() {
        return status() == DesfireStatus.OPERATION_OK.code() || status() == DesfireStatus.OK.code();
    }
}
