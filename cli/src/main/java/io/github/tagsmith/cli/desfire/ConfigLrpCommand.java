package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import io.github.tagsmith.desfire.command.SetConfiguration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire config lrp}. */
@Command(
        name = "lrp",
        description = {"Switch from AES to LRP: DESFire Light and NTAG 424 DNA."},
        footer = {"%nExample:", "  tagsmith desfire config lrp --auth 0:@master.txt"})
public final class ConfigLrpCommand implements Callable<Integer> {

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
    public ConfigLrpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard target = TargetCard.open(context, card)) {
            Configuration configuration = Configuration.Capabilities.lrp();
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire config lrp")
                            .with("option", configuration.option())
                            .with("data", configuration.data().toHex()),
                    new Deed("set", "set", "the card to LRP" + " (this cannot be taken back)"),
                    () -> target.channel().send(new SetConfiguration(configuration)));
        }
    }
}
