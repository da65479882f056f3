package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.CardVersion;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/** Production data of the card. */
public record GetVersion() implements DesfireCommand<CardVersion> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_VERSION;
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
    public CardVersion decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> CardVersion.parse(cursor.takeRest()));
    }
}
