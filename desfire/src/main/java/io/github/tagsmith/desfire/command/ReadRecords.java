package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Reads records, oldest first.
 *
 * @param file which file
 * @param extent how many of the newest records are skipped, and how many are read; none reads all older ones
 * @param commMode the file's mode; plain where reading is free
 * @param chaining who cuts it into frames
 */
public record ReadRecords(FileNo file, Extent extent, CommMode commMode, Chaining chaining)
        implements DesfireCommand<Bytes> {

    @Override
    public Instruction instruction() {
        return chaining == Chaining.ISO ? Instruction.READ_RECORDS_ISO : Instruction.READ_RECORDS;
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
    public Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> cursor.takeRest());
    }
}
