package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic value dec}. */
@Command(
        name = "dec",
        description = {"Subtract from the value in a value block, and read it back."},
        footer = {"%nExample:", "  tagsmith classic value dec 5 10 --key default"})
public final class ValueDecCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ValueChange change = new ValueChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueDecCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(context, "classic value dec", WriteStep.Kind.DECREMENT);
    }
}
