package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire value debit}. */
@Command(
        name = "debit",
        description = {"Take from a value, and commit."},
        footer = {"%nExample:", "  tagsmith desfire value debit 3 10 --app 123456 --auth 1:@key.txt"})
public final class ValueDebitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ValueChange change = new ValueChange();

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
        return change.run(context, ValueOperation.DEBIT);
    }
}
