package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Takes from a value; lasting after CommitTransaction.
 *
 * @param file which file
 * @param amount 0 or more
 * @param commMode the file's mode; plain where it is free
 */
public record Debit(FileNo file, int amount, CommMode commMode) implements Order {

    /**
     * Checks the amount.
     *
     * @param file which file
     * @param amount 0 or more
     * @param commMode the file's mode
     */
    public Debit {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount of " + amount);
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.DEBIT;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }

    @Override
    public Bytes data() {
        return Bytes.littleEndian(amount, 4);
    }

    @Override
    public CommMode commMode() {
        return commMode;
    }
}
