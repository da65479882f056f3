package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Makes the value of one file that of another, EV2 and later; lasting after CommitTransaction. Source: liblogicalaccess and NXP
 * NfcRdLib (target first, then source); stated only.
 *
 * @param target the file that is changed
 * @param source the file whose value it gets
 */
public record RestoreTransfer(FileNo target, FileNo source) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.RESTORE_TRANSFER;
    }

    @Override
    public Bytes header() {
        return Bytes.of(target.value(), source.value());
    }
}
