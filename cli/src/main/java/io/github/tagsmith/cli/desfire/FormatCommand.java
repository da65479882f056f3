package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.FormatPicc;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire format}. */
@Command(
        name = "format",
        description = {"Delete all applications and their files. Keys of the card level stay."},
        footer = {"%nExample:", "  tagsmith desfire format --auth 0:default --dry-run"})
public final class FormatCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FormatCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.workAtCardLevel(context, target -> {
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire format"),
                    new Deed("delete", "deleted", "all applications"),
                    () -> target.channel().send(new FormatPicc()));
        });
    }
}
