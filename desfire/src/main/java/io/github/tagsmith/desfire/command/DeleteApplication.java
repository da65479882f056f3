package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Optional;

/**
 * Deletes an application with all its files.
 *
 * @param aid which one
 * @param damMac DAMMAC, 8 bytes, for a delegated application (NXP NfcRdLib, stated only)
 */
public record DeleteApplication(Aid aid, Optional<Bytes> damMac) implements Order {

    /**
     * Deletes an application that is not delegated.
     *
     * @param aid which one
     */
    public DeleteApplication(Aid aid) {
        this(aid, Optional.empty());
    }

    @Override
    public Instruction instruction() {
        return Instruction.DELETE_APPLICATION;
    }

    @Override
    public Bytes header() {
        return aid.toWire().plus(damMac.orElse(Bytes.EMPTY));
    }
}
