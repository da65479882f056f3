package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.TamperStatus;
import java.util.OptionalInt;

/** State of the tamper wire, NTAG 424 DNA TagTamper. Source: lrp-auth.json (a real card). */
public record GetTtStatus() implements DesfireCommand<TamperStatus> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_TT_STATUS;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }

    @Override
    public OptionalInt answerLength() {
        return OptionalInt.of(2);
    }

    @Override
    public TamperStatus decode(Bytes answer) throws NfcException {
        return Answer.decode(
                instruction(),
                answer,
                cursor -> new TamperStatus(TamperStatus.State.of(cursor.take()), TamperStatus.State.of(cursor.take())));
    }
}
