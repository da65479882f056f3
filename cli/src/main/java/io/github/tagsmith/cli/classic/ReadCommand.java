package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic read}. */
@Command(
        name = "read",
        description = {"Read one block. Of a trailer, key A reads as zeros."},
        footer = {"%nExample:", "  tagsmith classic read 4 --key A0A1A2A3A4A5 --type B"})
public final class ReadCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private BlockChoice block = new BlockChoice();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context)) {
            Bytes data = block.read(context, card).shown(block.key().type());
            Fields fields = new Fields("classic read")
                    .with("card", card.json())
                    .with("block", block.number().value())
                    .with("data", data.toHex())
                    .with("apdus", card.exchanges());
            ValueBlock.decode(data).ifPresent(value -> fields.with("value", value.value()));
            context.output().show(fields.line(data.toHex()));
            return ExitCode.OK.status();
        }
    }
}
