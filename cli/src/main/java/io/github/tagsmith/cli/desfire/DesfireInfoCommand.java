package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.CardVersion;
import io.github.tagsmith.desfire.command.GetFreeMemory;
import io.github.tagsmith.desfire.command.GetKeySettings;
import io.github.tagsmith.desfire.command.GetKeyVersion;
import io.github.tagsmith.desfire.command.GetVersion;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire info}. */
@Command(
        name = "info",
        description = {"What card this is: version, generation, memory, key settings."},
        footer = {"%nExamples:", "  tagsmith desfire info", "  tagsmith desfire info --json"})
public final class DesfireInfoCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public DesfireInfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        return card.work(context, target -> {
            CardVersion version = target.channel().send(new GetVersion());
            Attempts attempts = new Attempts();
            Optional<Integer> free = attempts.of(() -> target.channel().send(new GetFreeMemory()));
            Optional<ApplicationKeys> keys = attempts.of(() -> target.channel().send(new GetKeySettings()));
            Optional<KeyVersion> master = attempts.of(() -> target.channel().send(new GetKeyVersion(KeyNo.MASTER)));
            context.output()
                    .show(new InfoReport(target.fields("desfire info"), version, free, keys, master)
                            .fields()
                            .with("apdus", target.exchanges()));
            return ExitCode.OK.status();
        });
    }
}
