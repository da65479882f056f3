package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetKeyVersion;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire key version}. */
@Command(
        name = "version",
        description = {"The version of a key; needs no authentication."},
        footer = {"%nExample:", "  tagsmith desfire key version 0 --app 123456"})
public final class KeyVersionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "KEYNO",
            converter = Words.KeyNoWord.class,
            description = "The key: 0 to 13 of an application, or one of the card.")
    private KeyNo number = KeyNo.MASTER;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeyVersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            KeyVersion version = target.channel().send(new GetKeyVersion(number));
            context.output()
                    .show(target.fields("desfire key version")
                            .with("key", number.value())
                            .with("version", version.value())
                            .with("apdus", target.exchanges())
                            .line(version.toString()));
            return ExitCode.OK.status();
        });
    }
}
