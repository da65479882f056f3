package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Creates an application.
 *
 * @param parameters what it is created with
 */
public record CreateApplication(ApplicationParameters parameters) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.CREATE_APPLICATION;
    }

    @Override
    public Bytes header() {
        return parameters.aid().toWire().plus(parameters.keysAndNames());
    }
}
