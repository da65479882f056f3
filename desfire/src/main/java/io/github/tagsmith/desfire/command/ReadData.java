package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/**
 * Reads a data file, or the transaction MAC file.
 *
 * @param file which file
 * @param extent which bytes; none reads to the end
 * @param commMode the file's mode; plain where reading is free
 * @param chaining who cuts it into frames
 */
public record ReadData(FileNo file, Extent extent, CommMode commMode, Chaining chaining)
        implements DesfireCommand<Bytes> {

    @Override
    public Instruction instruction() {
        return chaining == Chaining.ISO ? Instruction.READ_DATA_ISO : Instruction.READ_DATA;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value()).plus(extent.toWire());
    }

    @Override
    public CommMode commMode() {
        return commMode;
    }

    @Override
    public OptionalInt answerLength() {
        return extent.count() == 0 ? OptionalInt.empty() : OptionalInt.of(extent.count());
    }

    @Override
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> cursor.takeRest());
    }
}
