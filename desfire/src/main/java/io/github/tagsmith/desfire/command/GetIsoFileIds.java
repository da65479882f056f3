package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.List;

/** The ISO file identifiers of all files that have one. */
public record GetIsoFileIds() implements DesfireCommand<List<IsoFileId>> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_ISO_FILE_IDS;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public List<IsoFileId> decode(Bytes answer) throws NfcException {
        return Answer.decode(
                instruction(),
                answer,
                cursor -> Answer.all(cursor, item -> IsoFileId.fromWire(item.take(IsoFileId.LENGTH))));
    }
}
