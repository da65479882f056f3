package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code classic value transfer}. */
@Command(
        name = "transfer",
        description = {"Copy a value into another block of the same sector."},
        footer = {"%nExample:", "  tagsmith classic value transfer 5 6 --key default"})
public final class ValueTransferCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private BlockChoice block = new BlockChoice();

    @Parameters(paramLabel = "TO", index = "1", converter = BlockConverter.class, description = "Where it goes.")
    private BlockNo to = new BlockNo(0);

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueTransferCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        BlockNo from = block.number();
        if (!to.sector().equals(from.sector()) || to.isTrailer()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "a value goes into a data block of its own sector, " + from.sector());
        }
        try (TargetCard card = TargetCard.open(context)) {
            ValueBlock value = block.read(context, card).value();
            SingleBlock target = SingleBlock.read(context, card, block.key(), to);
            return target.change("classic value transfer", options, WriteStep.Kind.COPY, from.value(), value);
        }
    }
}
