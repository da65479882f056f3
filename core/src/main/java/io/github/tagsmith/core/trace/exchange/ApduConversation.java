package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.trace.ccid.CcidMessage;

/**
 * APDUs as they are, or in parts where they are longer than the reader's messages (CCID 1.1 sections 6.1.4 and 6.2.1).
 *
 * <pre>
 * wLevelParameter  0000 whole   0001 begins   0003 goes on   0002 ends   0010 empty: the next part of the answer
 * bChainParameter    00 whole     01 begins     03 goes on     02 ends     10 empty: the next part of the command
 * </pre>
 */
final class ApduConversation {

    private static final int WHOLE = 0;
    private static final int BEGINS = 1;
    private static final int ENDS = 2;
    private static final int GOES_ON = 3;
    private static final int NEXT_PART = 0x10;
    private static final int CHAIN_PARAMETER = 9;

    private final RunningExchange exchange;
    private final ExchangeListener listener;

    ApduConversation(CardSlot slot, ExchangeListener listener) {
        this.exchange = new RunningExchange(slot);
        this.listener = listener;
    }

    void reset() {
        exchange.clear();
    }

    /** Takes a command that is always whole, and its answer. */
    void takeWhole(CcidMessage request, CcidMessage answer, ExchangeLevel level) {
        exchange.clear();
        exchange.addCommand(request.data(), request.cut());
        exchange.note(request, answer);
        if (isFailed(answer)) {
            listener.exchange(exchange.fail(ExchangeLevel.XFR_FAILED, answer));
        } else {
            exchange.addResponse(answer.data(), answer.cut());
            listener.exchange(exchange.end(level));
        }
    }

    /** Takes a command, or a part of one, and what came back. */
    void take(CcidMessage request, CcidMessage answer, ExchangeLevel level) {
        int part = request.levelParameter();
        if (part == WHOLE || part == BEGINS) {
            exchange.clear();
        }
        if (part == BEGINS || part == GOES_ON || part == ENDS) {
            exchange.chained();
        }
        if (part != NEXT_PART) {
            exchange.addCommand(request.data(), request.cut());
        }
        exchange.note(request, answer);
        if (isFailed(answer)) {
            listener.exchange(exchange.fail(ExchangeLevel.XFR_FAILED, answer));
            return;
        }
        takeAnswer(answer, level);
    }

    private void takeAnswer(CcidMessage answer, ExchangeLevel level) {
        int part = answer.specific(CHAIN_PARAMETER);
        if (part == NEXT_PART) {
            exchange.chained();
            return;
        }
        exchange.addResponse(answer.data(), answer.cut());
        if (part == BEGINS || part == GOES_ON) {
            exchange.chained();
            return;
        }
        if (part == ENDS) {
            exchange.chained();
        }
        listener.exchange(exchange.end(level));
    }

    private static boolean isFailed(CcidMessage answer) {
        return answer.commandStatus() == CcidMessage.CommandStatus.FAILED;
    }
}
