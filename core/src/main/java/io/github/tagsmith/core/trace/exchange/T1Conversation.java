package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.trace.ccid.CcidMessage;
import java.util.Optional;

/**
 * APDUs in the blocks of T=1 (ISO/IEC 7816-3 section 11.6): chains joined, what was sent again or damaged left out. An APDU has
 * come to its end with the card's I-block that has no more.
 */
final class T1Conversation {

    private static final int NONE = -1;

    private final RunningExchange exchange;
    private final ExchangeListener listener;
    private int lastFromHost = NONE;
    private int lastFromCard = NONE;
    private boolean commandEnded;
    private boolean between;

    T1Conversation(CardSlot slot, ExchangeListener listener) {
        this.exchange = new RunningExchange(slot);
        this.listener = listener;
    }

    /** Starts anew, as after a reset. */
    void reset() {
        exchange.clear();
        commandEnded = false;
        resynchronise();
    }

    /** Sequence numbers are not known any more. */
    void resynchronise() {
        lastFromHost = NONE;
        lastFromCard = NONE;
    }

    /** Takes what the host sent and what came back. */
    void take(CcidMessage request, T1Block sent, CcidMessage answer, Optional<T1Block> received) {
        if (isResynch(sent)) {
            reset();
        }
        if (between && sent.type() != T1Block.Type.I) {
            return; // asks again for what has already been understood, or prepares for what is to come
        }
        between = false;
        takeCommand(sent);
        exchange.note(request, answer);
        if (answer.commandStatus() == CcidMessage.CommandStatus.FAILED) {
            end(exchange.fail(ExchangeLevel.XFR_FAILED, answer));
        } else if (received.isPresent()) {
            takeAnswer(received.get());
        }
    }

    private void takeCommand(T1Block block) {
        if (block.type() != T1Block.Type.I || !block.isIntact() || block.sendSequence() == lastFromHost) {
            return;
        }
        if (commandEnded) {
            exchange.clear(); // a new command: the one before was never answered
        }
        lastFromHost = block.sendSequence();
        exchange.addCommand(block.information(), block.cut());
        commandEnded = !block.hasMore();
    }

    private void takeAnswer(T1Block block) {
        if (block.type() != T1Block.Type.I || !block.isIntact() || block.sendSequence() == lastFromCard) {
            return;
        }
        lastFromCard = block.sendSequence();
        exchange.addResponse(block.information(), block.cut());
        if (!block.hasMore()) {
            end(exchange.end(ExchangeLevel.TPDU_T1));
        }
    }

    private void end(ApduExchange ended) {
        commandEnded = false;
        between = true;
        listener.exchange(ended);
    }

    private static boolean isResynch(T1Block block) {
        return block.type() == T1Block.Type.S && block.supervisory().equals(Optional.of(T1Block.Supervisory.RESYNCH));
    }
}
