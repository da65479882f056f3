package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/**
 * The value of a value file.
 *
 * @param file which file
 * @param commMode the file's mode; plain where reading is free
 */
public record GetValue(FileNo file, CommMode commMode) implements DesfireCommand<Integer> {

    private static final int LENGTH = 4;

    @Override
    public Instruction instruction() {
        return Instruction.GET_VALUE;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }

    @Override
    public CommMode commMode() {
        return commMode;
    }

    @Override
    public OptionalInt answerLength() {
        return OptionalInt.of(LENGTH);
    }

    @Override
    public Integer decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Answer.littleEndian(cursor, LENGTH));
    }
}
