package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
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
    private ConfigurationChange change = new ConfigurationChange();

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
        return change.runSecret(
                context,
                "default-key",
                "the key of new applications",
                target -> new Configuration.DefaultKey(target.key(key, Optional.empty())));
    }
}
