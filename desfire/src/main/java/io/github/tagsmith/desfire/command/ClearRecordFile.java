package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Removes all records of a file; lasting after CommitTransaction.
 *
 * @param file which file
 */
public record ClearRecordFile(FileNo file) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.CLEAR_RECORD_FILE;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }
}
