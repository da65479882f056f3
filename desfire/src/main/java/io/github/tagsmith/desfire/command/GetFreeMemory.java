package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/** Memory left on the card, in bytes. */
public record GetFreeMemory() implements DesfireCommand<Integer> {

    @Override
    public Instruction instruction() {
        return Instruction.FREE_MEMORY;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public Integer decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Answer.littleEndian(cursor, 3));
    }
}
