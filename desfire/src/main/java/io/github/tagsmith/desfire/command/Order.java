package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;

/** A command that the card answers with nothing but a status. */
interface Order extends DesfireCommand<Bytes> {

    @Override
    default CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    default Bytes decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Bytes.EMPTY);
    }
}
