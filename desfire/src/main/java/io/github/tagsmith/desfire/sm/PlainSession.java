package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.Optional;

/** No authentication: everything travels as it is, whatever mode a file has (free access). A key never does. */
public record PlainSession() implements Session {

    @Override
    public ProtectedCommand protect(DesfireCommand<?> command) throws NfcException {
        if (command instanceof KeyChange) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, command.instruction() + " needs an authentication")
                    .withHint("authenticate with the key that may change keys first");
        }
        return new ProtectedCommand(
                command.header().plus(command.data()), (status, answer) -> new AcceptedAnswer(answer, this));
    }

    @Override
    public Optional<Authentication> origin() {
        return Optional.empty();
    }

    @Override
    public int clearRoom(CommMode mode, int room) {
        return room;
    }
}
