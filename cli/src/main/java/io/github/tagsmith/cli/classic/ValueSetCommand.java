package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic value set}. */
@Command(
        name = "set",
        description = {"Make a block a value block with a given value."},
        footer = {"%nExample:", "  tagsmith classic value set 5 100 --key default"})
public final class ValueSetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private BlockChoice block = new BlockChoice();

    @Parameters(paramLabel = "N", index = "1", description = "The value: signed, 32 bits; decimal or 0x.")
    private String amount = "";

    @Option(
            names = "--addr",
            paramLabel = "BYTE",
            description = "The address byte (default: as it is, else the block).")
    @Nullable
    private Integer address;

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        int value = ValueNumbers.signed(amount);
        try (TargetCard card = TargetCard.open(context)) {
            SingleBlock target = block.read(context, card);
            int stored = ValueBlock.decode(target.content())
                    .map(ValueBlock::address)
                    .orElse(block.number().value());
            int kept = address == null ? stored : ValueNumbers.address(address);
            return target.write("classic value set", options, new ValueBlock(value, kept).encode());
        }
    }
}
