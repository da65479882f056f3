package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Writes into a data file; into a backup file lasting only after CommitTransaction.
 *
 * @param file which file
 * @param offset where, in bytes
 * @param data what
 * @param commMode the file's mode; plain where writing is free
 * @param chaining who cuts it into frames
 */
public record WriteData(FileNo file, int offset, Bytes data, CommMode commMode, Chaining chaining) implements Order {

    /**
     * Checks the offset.
     *
     * @param file which file
     * @param offset 0 to FFFFFF
     * @param data at least one byte
     * @param commMode the file's mode
     * @param chaining who cuts it into frames
     */
    public WriteData {
        ThreeByteNumber.check(offset, "offset");
        if (data.isEmpty()) {
            throw new IllegalArgumentException("no data to write");
        }
    }

    @Override
    public Instruction instruction() {
        return chaining == Chaining.ISO ? Instruction.WRITE_DATA_ISO : Instruction.WRITE_DATA;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value()).plus(new Extent(offset, data.length()).toWire());
    }

    @Override
    public CommMode commMode() {
        return commMode;
    }
}
