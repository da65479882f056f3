package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire config failures}. */
@Command(
        name = "failures",
        description = {"The counter of failed authentications."},
        footer = {
            "%nExample:",
            "  tagsmith desfire config failures --limit 1000 --decrement 10 \\",
            "      --auth 0:@master.txt"
        })
public final class ConfigFailuresCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--off", description = "Do not count.")
    private boolean off;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "1000",
            description = "After how many the card refuses (default: 1000).")
    private int limit = 1000;

    @Option(
            names = "--decrement",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "10",
            description = "What a success takes back (default: 10).")
    private int decrement = 10;

    @Mixin
    private ConfigurationChange change = new ConfigurationChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigFailuresCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(
                context,
                "failures",
                "the counter of failed authentications",
                target -> new Configuration.FailedAuthentications(!off, limit, decrement));
    }
}
