package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic value get}. */
@Command(
        name = "get",
        description = {"Read a value block: a signed number and its address byte."},
        footer = {"%nExample:", "  tagsmith classic value get 5 --key A0A1A2A3A4A5"})
public final class ValueGetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private BlockChoice block = new BlockChoice();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueGetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context)) {
            ValueBlock value = block.read(context, card).value();
            context.output()
                    .show(new Fields("classic value get")
                            .with("block", block.number().value())
                            .with("value", value.value())
                            .with("addr", value.address())
                            .line(value.value() + "  (address byte " + value.address() + ")"));
            return ExitCode.OK.status();
        }
    }
}
