package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.picc.sm.Answer.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command answers when all went well, in clear.
 *
 * @param status its last status, 00 or 90
 * @param data all its data
 * @param cuts offsets in the data at which a new frame begins, beside those that the frame size makes
 * @param fill how enciphered data are filled up
 * @param mode the communication mode of the answer where it is not that of the command
 */
record Outcome(DesfireStatus status, Bytes data, List<Integer> cuts, Fill fill, Optional<CommMode> mode) {

    /** Done, and nothing to tell. */
    static final Outcome DONE = of(Bytes.EMPTY);

    static Outcome of(Bytes data) {
        return new Outcome(DesfireStatus.OPERATION_OK, data, List.of(), Fill.ZEROS, Optional.empty());
    }

    /** Parts that come in a frame each. */
    static Outcome inFrames(List<Bytes> parts) {
        List<Integer> cuts = new ArrayList<>();
        Bytes all = Bytes.EMPTY;
        for (Bytes part : parts) {
            if (!all.isEmpty()) {
                cuts.add(all.length());
            }
            all = all.plus(part);
        }
        return new Outcome(DesfireStatus.OPERATION_OK, all, cuts, Fill.ZEROS, Optional.empty());
    }

    /** With the status 90. */
    Outcome as90() {
        return new Outcome(DesfireStatus.OK, data, cuts, fill, mode);
    }

    Outcome filled(Fill newFill) {
        return new Outcome(status, data, cuts, newFill, mode);
    }

    Outcome in(CommMode newMode) {
        return new Outcome(status, data, cuts, fill, Optional.of(newMode));
    }
}
