package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Optional;

/**
 * Reader and card may disagree, or the card dropped the authentication. Only SelectApplication goes through, which begins
 * anew, and so does an authentication; nothing is sent unprotected by mistake.
 *
 * @param why what happened, a few words
 */
public record LostSession(String why) implements Session {

    @Override
    public ProtectedCommand protect(DesfireCommand<?> command) throws NfcException {
        if (command.instruction() != Instruction.SELECT_APPLICATION) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            command.instruction() + " was not sent: the session is lost (" + why + ")")
                    .withHint("select the application or authenticate again");
        }
        return new PlainSession().protect(command);
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
