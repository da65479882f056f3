package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import io.github.tagsmith.desfire.command.SetConfiguration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire config default-key}. */
@Command(
        name = "default-key",
        description = {"The key that new applications get."},
        footer = {"%nExample:", "  tagsmith desfire config default-key @key.txt --auth 0:@master.txt"})
public final class ConfigDefaultKeyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "KEY", description = "The key.")
    private String key = "";

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigDefaultKeyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard target = TargetCard.open(context, card)) {
            Configuration configuration = new Configuration.DefaultKey(target.key(key, Optional.empty()));
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire config default-key")
                            .with("option", configuration.option())
                            .with("data", null),
                    new Deed("set", "set", "the key of new applications" + " (this cannot be taken back)"),
                    () -> target.channel().send(new SetConfiguration(configuration)));
        }
    }
}
