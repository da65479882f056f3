package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.Credit;
import io.github.tagsmith.desfire.command.Debit;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.LimitedCredit;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;

/**
 * A way to change a value.
 *
 * @param word the name of its command
 * @param operation what it needs to be allowed
 * @param deed verbs, and a preposition before the file
 * @param maker makes the card's command
 */
record ValueOperation(String word, FileOperation operation, Deed deed, Maker maker) {

    static final ValueOperation CREDIT =
            new ValueOperation("credit", FileOperation.CREDIT, new Deed("add", "added", "to file"), Credit::new);
    static final ValueOperation DEBIT =
            new ValueOperation("debit", FileOperation.DEBIT, new Deed("take", "took", "from file"), Debit::new);
    static final ValueOperation LIMITED_CREDIT = new ValueOperation(
            "limited-credit",
            FileOperation.LIMITED_CREDIT,
            new Deed("give back", "gave back", "to file"),
            LimitedCredit::new);

    /** Makes the command. */
    @FunctionalInterface
    interface Maker {
        DesfireCommand<Bytes> make(FileNo file, int amount, CommMode mode);
    }

    String command() {
        return "desfire value " + word;
    }

    Deed deed(int amount, FileNo file) {
        return new Deed(deed.verb(), deed.done(), amount + " " + deed.object() + " " + file);
    }

    DesfireCommand<Bytes> make(FileNo file, int amount, CommMode mode) {
        return maker.make(file, amount, mode);
    }
}
