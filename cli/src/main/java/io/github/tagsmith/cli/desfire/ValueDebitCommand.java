package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.Debit;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire value debit}. */
@Command(
        name = "debit",
        description = {"Take from a value, and commit."},
        footer = {"%nExample:", "  tagsmith desfire value debit 3 10 --app 123456 --auth 1:@key.txt"})
public final class ValueDebitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Parameters(
            index = "1",
            paramLabel = "AMOUNT",
            converter = Words.NumberWord.class,
            description = "How much: 0 or more.")
    private int amount = 0;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private ModeOption comm = new ModeOption();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueDebitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        if (amount < 0) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, amount + " is negative: use credit or debit the other way");
        }
        try (TargetCard target = TargetCard.open(context, card)) {
            FileContent content = FileContent.of(target.channel(), file);
            CommMode used = comm.mode(content, FileOperation.DEBIT);
            return options.apply(
                    context,
                    target,
                    target.fields("desfire value debit")
                            .with("file", file.value())
                            .with("comm", Words.mode(used))
                            .with("amount", amount),
                    new Deed("take", "took", amount + " from file " + file),
                    () -> new FileTransaction(target.channel())
                            .run(content, () -> target.channel().send(new Debit(file, amount, used))));
        }
    }
}
