package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.LimitedCredit;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire value limited-credit}. */
@Command(
        name = "limited-credit",
        description = {"Give back what the last debit took at most, and commit."},
        footer = {"%nExample:", "  tagsmith desfire value limited-credit 3 10 --app 123456 --auth 1:@key.txt"})
public final class ValueLimitedCreditCommand implements Callable<Integer> {

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
    public ValueLimitedCreditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard target = TargetCard.open(context, card)) {
            Deed deed = new Deed("give back", "gave back", amount + " to file " + file);
            return new ValueChange(context, target, options)
                    .run("desfire value limited-credit", file, amount, deed, content -> {
                        CommMode used = comm.mode(content, FileOperation.LIMITED_CREDIT);
                        return new LimitedCredit(file, amount, used);
                    });
        }
    }
}
