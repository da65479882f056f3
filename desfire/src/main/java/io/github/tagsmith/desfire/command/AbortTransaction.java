package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;

/** Drops the changes of the transaction. */
public record AbortTransaction() implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.ABORT_TRANSACTION;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }
}
