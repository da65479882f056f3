package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code classic value dec}. */
@Command(
        name = "dec",
        description = {"Subtract from the value in a value block, and read it back."},
        footer = {"%nExample:", "  tagsmith classic value dec 5 10 --key default"})
public final class ValueDecCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "BLOCK",
            index = "0",
            converter = BlockConverter.class,
            description = "The block, counted through the card.")
    private BlockNo block = new BlockNo(0);

    @Parameters(paramLabel = "N", index = "1", description = "By how much.")
    private String amount = "";

    @Mixin
    private KeyChoice choice = new KeyChoice();

    @Mixin
    private WriteOptions options = new WriteOptions();

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

        int by = ValueNumbers.amount(amount);
        try (TargetCard card = TargetCard.open(context, null)) {
            SingleBlock target = SingleBlock.read(context, card, choice, block);
            ValueBlock now = target.value();
            ValueBlock then = new ValueBlock(ValueNumbers.sum(now.value(), -(long) by), now.address());
            return target.change("classic value dec", options, WriteStep.Kind.DECREMENT, by, then);
        }
    }
}
