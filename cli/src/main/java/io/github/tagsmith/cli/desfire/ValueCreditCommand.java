package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire value credit}. */
@Command(
        name = "credit",
        description = {"Add to a value, and commit."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire value credit 3 10 --app 123456 --auth 1:@key.txt",
            "  tagsmith desfire value credit 3 10 --app 123456 --auth 1:@key.txt --tmac"
        })
public final class ValueCreditCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ValueChange change = new ValueChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueCreditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(context, ValueOperation.CREDIT);
    }
}
