package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
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
        try (TargetCard target = TargetCard.open(context, card)) {
            Deed deed = new Deed("take", "took", amount + " from file " + file);
            return new ValueChange(context, target, options).run("desfire value debit", file, amount, deed, content -> {
                CommMode used = comm.mode(content, FileOperation.DEBIT);
                return new Debit(file, amount, used);
            });
        }
    }
}
