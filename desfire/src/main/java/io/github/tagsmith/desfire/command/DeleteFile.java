package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Deletes a file.
 *
 * @param file which file
 */
public record DeleteFile(FileNo file) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.DELETE_FILE;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }
}
