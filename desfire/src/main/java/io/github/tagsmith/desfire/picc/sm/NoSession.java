package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;

/** Nobody is authenticated: everything is in clear, whatever the mode. What that allows is the caller's to decide. */
public record NoSession() implements CardSession {

    @Override
    public int wireLength(Instruction instruction, int dataLength, CommMode mode) {
        return dataLength;
    }

    @Override
    public Opened open(ReceivedCommand command, CommMode mode) {
        return new Opened(command.rest(), this);
    }

    @Override
    public Closed close(Answer answer, CommMode mode) {
        return new Closed(answer.data(), this);
    }

    @Override
    public OpenedKey openKey(ReceivedCommand command, KeyChange change) throws Refusal {
        throw new Refusal(DesfireStatus.AUTHENTICATION_ERROR);
    }
}
