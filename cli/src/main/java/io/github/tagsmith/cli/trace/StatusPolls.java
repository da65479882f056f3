package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.MessageType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drivers ask for the status of a slot again and again; an answer like the one before is only counted. */
final class StatusPolls {

    private @Nullable CcidMessage last;
    private long repeated;

    /** Whether a message is a poll, or an answer like the last one; anything else ends the row. */
    boolean isRepeated(CcidMessage message) {
        if (message.is(MessageType.GET_SLOT_STATUS)) {
            return last != null;
        }
        Optional<CcidMessage> request = message.request();
        boolean answersPoll = request.isPresent() && request.get().is(MessageType.GET_SLOT_STATUS);
        CcidMessage before = last;
        if (!answersPoll) {
            last = null;
            return false;
        }
        if (before != null && isSame(before, message)) {
            repeated++;
            return true;
        }
        last = message;
        return false;
    }

    private static boolean isSame(CcidMessage one, CcidMessage other) {
        return one.source().equals(other.source())
                && one.slot() == other.slot()
                && one.status() == other.status()
                && one.error() == other.error();
    }

    /** What there is to say of the row so far. */
    Optional<String> end() {
        long count = repeated;
        repeated = 0;
        return count == 0
                ? Optional.empty()
                : Optional.of("(asked " + (count == 1 ? "once" : count + " times") + " more, the same answer)");
    }
}
