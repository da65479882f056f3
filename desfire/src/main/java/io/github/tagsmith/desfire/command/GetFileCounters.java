package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/**
 * How often a file was read with secure dynamic messaging. Three bytes, least significant first, then two of no meaning;
 * ev2-mac-full.json (a real card).
 *
 * @param file which file
 */
public record GetFileCounters(FileNo file) implements DesfireCommand<Integer> {

    private static final int LENGTH = 5;

    @Override
    public Instruction instruction() {
        return Instruction.GET_FILE_COUNTERS;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }

    private static int counter(ByteCursor cursor) throws NfcException {
        int counter = Answer.littleEndian(cursor, 3);
        cursor.take(2);
        return counter;
    }

    @Override
    public OptionalInt answerLength() {
        return OptionalInt.of(LENGTH);
    }

    @Override
    public Integer decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> counter(cursor));
    }
}
