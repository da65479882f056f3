package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeySettings;

/**
 * Changes the key settings of the selected application, or of the card.
 *
 * @param settings the new ones
 */
public record ChangeKeySettings(KeySettings settings) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.CHANGE_KEY_SETTINGS;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public Bytes data() {
        return Bytes.of(settings.value());
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }
}
