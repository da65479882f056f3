package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic value inc}. */
@Command(
        name = "inc",
        description = {"Add to the value in a value block, and read it back."},
        footer = {"%nExample:", "  tagsmith classic value inc 5 10 --key default"})
public final class ValueIncCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ValueChange change = new ValueChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueIncCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(context, "classic value inc", WriteStep.Kind.INCREMENT);
    }
}
