package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A value that goes up or down. */
final class ValueChange {

    @Mixin
    private BlockChoice block = new BlockChoice();

    @Parameters(paramLabel = "N", index = "1", description = "By how much.")
    private String amount = "";

    @Mixin
    private WriteOptions options = new WriteOptions();

    ValueChange() {}

    int run(CommandContext context, String command, WriteStep.Kind kind) throws NfcException {
        int by = ValueNumbers.amount(amount);
        long change = kind == WriteStep.Kind.DECREMENT ? -(long) by : by;
        try (TargetCard card = TargetCard.open(context)) {
            SingleBlock target = block.read(context, card);
            ValueBlock now = target.value();
            ValueBlock then = new ValueBlock(ValueNumbers.sum(now.value(), change), now.address());
            return target.change(command, options, kind, by, then);
        }
    }
}
