package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
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
    private ConfigurationChange change = new ConfigurationChange();

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
        return change.runNamed(context, "lrp", "the card to LRP", target -> Configuration.Capabilities.lrp());
    }
}
