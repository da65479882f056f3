package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire value limited-credit}. */
@Command(
        name = "limited-credit",
        description = {"Give back what the last debit took at most, and commit."},
        footer = {"%nExample:", "  tagsmith desfire value limited-credit 3 10 --app 123456 --auth 1:@key.txt"})
public final class ValueLimitedCreditCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ValueChange change = new ValueChange();

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
        return change.run(context, ValueOperation.LIMITED_CREDIT);
    }
}
