package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;

/**
 * The version of a key of the active key set.
 *
 * @param key which key
 */
public record GetKeyVersion(KeyNo key) implements DesfireCommand<KeyVersion> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_KEY_VERSION;
    }

    @Override
    public Bytes header() {
        return Bytes.of(key.value());
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public KeyVersion decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> new KeyVersion(cursor.take()));
    }
}
