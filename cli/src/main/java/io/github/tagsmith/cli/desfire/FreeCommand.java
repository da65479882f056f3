package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetFreeMemory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire free}. */
@Command(
        name = "free",
        description = {"Memory left on the card, in bytes."},
        footer = {"%nExample:", "  tagsmith desfire free"})
public final class FreeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FreeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.workAtCardLevel(context, target -> {
            int bytes = target.channel().send(new GetFreeMemory());
            context.output()
                    .show(target.fields("desfire free")
                            .with("freeMemory", bytes)
                            .with("apdus", target.exchanges())
                            .line(bytes + " bytes"));
            return ExitCode.OK.status();
        });
    }
}
