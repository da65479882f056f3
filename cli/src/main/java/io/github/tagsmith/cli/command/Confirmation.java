package io.github.tagsmith.cli.command;

import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What somebody has to agree to.
 *
 * @param terminal where they are asked
 * @param given whether they have agreed already, to all but what asks for the UID
 */
public record Confirmation(Terminal terminal, boolean given) {

    /**
     * Makes sure that a file may be written.
     *
     * @param file the file
     * @throws NfcException {@code UNSAFE} if it exists and nobody says that it may go
     */
    public void toWrite(Path file) throws NfcException {
        if (!Files.exists(file) || given || terminal.confirm(file + " exists. Overwrite it?")) {
            return;
        }
        throw new NfcException(ErrorKind.UNSAFE, file + " exists and is not overwritten")
                .withHint("Choose another name, or allow it with --yes");
    }

    /**
     * Asks before something that cannot simply be done again.
     *
     * @param question what is about to be done, naming the card's UID
     * @throws NfcException {@code UNSAFE} if nobody says yes
     */
    public void to(String question) throws NfcException {
        if (!given && !terminal.confirm(question)) {
            throw new NfcException(ErrorKind.UNSAFE, "not done: nobody confirmed it")
                    .withHint("Answer with --yes where nobody can be asked");
        }
    }

    /**
     * Asks for the UID of the card that something will be lost on for good.
     *
     * @param uid the card's
     * @param why what would be lost
     * @return whether it was typed
     */
    public boolean uidTyped(Bytes uid, String why) {
        return terminal.typed(why + ". For good. Type the UID " + uid.toHex() + " to go on:", uid.toHex());
    }
}
