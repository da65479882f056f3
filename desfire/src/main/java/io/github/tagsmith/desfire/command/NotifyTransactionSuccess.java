package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Tells the card that the transaction succeeded, for readers with enhanced contactless polling. Source: Proxmark3, which only
 * decodes it; stated only, parameters unknown.
 */
public record NotifyTransactionSuccess() implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.NOTIFY_TRANSACTION_SUCCESS;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.PLAIN;
    }
}
