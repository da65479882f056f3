package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Sets options of the card or of the selected application; most cannot be taken back.
 *
 * @param configuration what is set
 */
public record SetConfiguration(Configuration configuration) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.SET_CONFIGURATION;
    }

    @Override
    public Bytes header() {
        return Bytes.of(configuration.option());
    }

    @Override
    public Bytes data() {
        return configuration.data();
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }

    @Override
    public boolean endsSession() {
        return configuration.endsSession();
    }
}
