package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;

/** Deletes all applications and their files; keys of the card level stay. */
public record FormatPicc() implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.FORMAT_PICC;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }
}
