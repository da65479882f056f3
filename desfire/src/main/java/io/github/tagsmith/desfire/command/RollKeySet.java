package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeySetNo;

/**
 * Makes another key set the active one, EV2 and later; needs a session with the roll key, and ends it. Source:
 * liblogicalaccess; stated only. That the session ends is stated by DESFire Light's data sheet for keys that change under it,
 * and not proven for this command.
 *
 * @param set which key set
 */
public record RollKeySet(KeySetNo set) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.ROLL_KEY_SET;
    }

    @Override
    public Bytes header() {
        return Bytes.of(set.value());
    }
}
