package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Changes a record in place, EV2 and later; lasting after CommitTransaction. Source: section 8 of the protocol reference
 * (Proxmark3); stated only.
 *
 * @param file which file
 * @param record which record, 0 the newest
 * @param offset where in the record, in bytes
 * @param data what
 * @param commMode the file's mode; plain where writing is free
 * @param chaining who cuts it into frames
 */
public record UpdateRecord(FileNo file, int record, int offset, Bytes data, CommMode commMode, Chaining chaining)
        implements Order {

    /**
     * Checks the ranges.
     *
     * @param file which file
     * @param record 0 to FFFFFF
     * @param offset 0 to FFFFFF
     * @param data at least one byte
     * @param commMode the file's mode
     * @param chaining who cuts it into frames
     */
    public UpdateRecord {
        ThreeByteNumber.check(record, "record");
        ThreeByteNumber.check(offset, "offset");
        if (data.isEmpty()) {
            throw new IllegalArgumentException("no data to write");
        }
    }

    @Override
    public Instruction instruction() {
        return chaining == Chaining.ISO ? Instruction.UPDATE_RECORD_ISO : Instruction.UPDATE_RECORD;
    }

    @Override
    public Bytes header() {
        return Bytes.concat(
                Bytes.of(file.value()),
                ThreeByteNumber.wire(record, "record"),
                new Extent(offset, data.length()).toWire());
    }

    @Override
    public CommMode commMode() {
        return commMode;
    }
}
