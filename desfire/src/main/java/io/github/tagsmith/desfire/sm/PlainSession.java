package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** No authentication: everything travels as it is, whatever mode a file has (free access). A key never does. */
public record PlainSession() implements Session {

    /** Commands whose data are a key, or may hold one. */
    private static final Set<Instruction> KEY_CARRIERS = EnumSet.of(
            Instruction.CHANGE_KEY,
            Instruction.CHANGE_KEY_EV2,
            Instruction.CREATE_TRANSACTION_MAC_FILE,
            Instruction.SET_CONFIGURATION);

    @Override
    public ProtectedCommand protect(DesfireCommand<?> command) throws NfcException {
        if (KEY_CARRIERS.contains(command.instruction())) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, command.instruction() + " needs an authentication")
                    .withHint("authenticate first: a key is never sent in clear");
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
