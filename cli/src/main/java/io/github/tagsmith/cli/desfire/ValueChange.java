package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.FileNo;

/** A change of a value, and its commit. */
final class ValueChange {

    /** Makes the command, which needs to know how the file's data travels. */
    @FunctionalInterface
    interface Maker {
        DesfireCommand<Bytes> make(FileContent content);
    }

    private final CommandContext context;
    private final TargetCard target;
    private final WriteOptions options;

    ValueChange(CommandContext context, TargetCard target, WriteOptions options) {
        this.context = context;
        this.target = target;
        this.options = options;
    }

    int run(String name, FileNo file, int amount, Deed deed, Maker maker) throws NfcException {
        if (amount < 0) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, amount + " is negative: use credit or debit the other way");
        }
        FileContent content = FileContent.of(target.channel(), file);
        DesfireCommand<Bytes> command = maker.make(content);
        return options.apply(
                context,
                target,
                target.fields(name)
                        .with("file", file.value())
                        .with("comm", Words.mode(command.commMode()))
                        .with("amount", amount),
                deed,
                () -> new FileTransaction(target.channel())
                        .run(content, () -> target.channel().send(command)));
    }
}
