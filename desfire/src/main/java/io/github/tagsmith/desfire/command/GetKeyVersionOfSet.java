package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeyVersion;

/**
 * The version of a key of any key set, EV2 and later. Source: liblogicalaccess (bit 6 of the key number says that a key set
 * number follows); stated only.
 *
 * @param set which key set
 * @param key which key
 */
public record GetKeyVersionOfSet(KeySetNo set, KeyNo key) implements DesfireCommand<KeyVersion> {

    private static final int SET_FOLLOWS = 0x40;

    @Override
    public Instruction instruction() {
        return Instruction.GET_KEY_VERSION;
    }

    @Override
    public Bytes header() {
        return Bytes.of(SET_FOLLOWS | key.value(), set.value());
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
