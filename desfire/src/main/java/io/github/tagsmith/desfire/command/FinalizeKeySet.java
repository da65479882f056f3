package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeyVersion;

/**
 * Closes a prepared key set, so that it can be rolled to; EV2 and later. Source: liblogicalaccess; stated only.
 *
 * @param set which key set
 * @param version its version
 */
public record FinalizeKeySet(KeySetNo set, KeyVersion version) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.FINALIZE_KEY_SET;
    }

    @Override
    public Bytes header() {
        return Bytes.of(set.value(), version.value());
    }
}
