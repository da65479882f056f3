package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.List;

/** The versions of all key sets, EV2 and later. Source: liblogicalaccess, NXP NfcRdLib; stated only. */
public record GetKeySetVersions() implements DesfireCommand<List<KeyVersion>> {

    private static final int SET_FOLLOWS = 0x40;
    private static final int ALL_SETS = 0x80;

    @Override
    public Instruction instruction() {
        return Instruction.GET_KEY_VERSION;
    }

    @Override
    public Bytes header() {
        return Bytes.of(SET_FOLLOWS, ALL_SETS);
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public List<KeyVersion> decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Answer.all(cursor, item -> new KeyVersion(item.take())));
    }
}
