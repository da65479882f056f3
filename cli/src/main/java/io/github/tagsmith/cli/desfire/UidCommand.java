package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetCardUid;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire uid}. */
@Command(
        name = "uid",
        description = {"The real UID of a card that shows a random one; needs a session."},
        footer = {"%nExample:", "  tagsmith desfire uid --auth 0:default"})
public final class UidCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public UidCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            String uid = target.channel().send(new GetCardUid()).toHex();
            context.output()
                    .show(target.fields("desfire uid")
                            .with("uid", uid)
                            .with("apdus", target.exchanges())
                            .line(uid));
            return ExitCode.OK.status();
        });
    }
}
