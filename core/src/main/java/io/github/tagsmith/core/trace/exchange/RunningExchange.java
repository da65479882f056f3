package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.ccid.CcidError;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An exchange of which so far a part has been seen. */
final class RunningExchange {

    /** A card that asks for more time for ever would fill the memory with packet numbers. */
    private static final int MOST_PACKETS = 10_000;

    private final CardSlot slot;
    private final JoinedBytes command = new JoinedBytes();
    private final JoinedBytes response = new JoinedBytes();
    private List<Long> packets = new ArrayList<>(2);
    private long timeNs;
    private boolean chained;

    RunningExchange(CardSlot slot) {
        this.slot = slot;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    void note(CcidMessage message) {
        if (packets.isEmpty()) {
            timeNs = message.timeNs();
        }
        if (packets.size() < MOST_PACKETS) {
            packets.add(message.packet());
        }
    }

    void note(CcidMessage request, CcidMessage answer) {
        note(request);
        note(answer);
    }

    void chained() {
        chained = true;
    }

    void addCommand(Bytes part, boolean cut) {
        add(command, part, cut);
    }

    void addResponse(Bytes part, boolean cut) {
        add(response, part, cut);
    }

    private static void add(JoinedBytes to, Bytes part, boolean cut) {
        if (cut) {
            to.lose();
        } else {
            to.add(part);
        }
    }

    void clear() {
        command.clear();
        response.clear();
        packets = new ArrayList<>(2);
        chained = false;
    }

    /** The exchange, which has come to its end. */
    ApduExchange end(ExchangeLevel level) {
        boolean incomplete = command.isMissingSome() || response.isMissingSome();
        return end(level, incomplete ? Optional.empty() : Optional.of(response.bytes()), Optional.empty(), incomplete);
    }

    /** The exchange, which the reader has ended with an error. */
    ApduExchange fail(ExchangeLevel level, CcidMessage answer) {
        return end(level, Optional.empty(), Optional.of(CcidError.name(answer.error())), command.isMissingSome());
    }

    private ApduExchange end(ExchangeLevel level, Optional<Bytes> answer, Optional<String> error, boolean incomplete) {
        ApduExchange ended = new ApduExchange(
                Optional.of(slot),
                Optional.empty(),
                level,
                packets,
                timeNs,
                incomplete ? Optional.empty() : Optional.of(command.bytes()),
                answer,
                error,
                chained,
                incomplete,
                Optional.empty());
        clear();
        return ended;
    }
}
