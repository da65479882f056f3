package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.List;

/** The identifiers of all applications. */
public record GetApplicationIds() implements DesfireCommand<List<Aid>> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_APPLICATION_IDS;
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
    public List<Aid> decode(Bytes answer) throws NfcException {
        return Answer.decode(
                instruction(), answer, cursor -> Answer.all(cursor, item -> Aid.fromWire(item.take(Aid.LENGTH))));
    }
}
