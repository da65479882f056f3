package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.FinalizeKeySet;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire key sets finalize}. */
@Command(
        name = "finalize",
        description = {"Close a prepared key set, so that it can be rolled to."},
        footer = {
            "%nExample:",
            "  tagsmith desfire key sets finalize 1 --version 2 --app 123456 \\",
            "      --auth 0:@key.txt"
        })
public final class KeySetsFinalizeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "SET", converter = Words.KeySetNoWord.class, description = "The key set: 0 to 15.")
    private KeySetNo set = new KeySetNo(0);

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            required = true,
            description = "Its version: 0 to 255.")
    private int version = 0;

    /** Given here because --version, which comes with the common help options, means something else. */
    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeySetsFinalizeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        KeyVersion wanted = Arguments.checked(() -> new KeyVersion(version));
        return card.work(context, target -> {
            return options.apply(
                    context,
                    target,
                    target.fields("desfire key sets finalize").with("keySet", set.value()),
                    new Deed("close", "closed", "key set " + set + " as version " + wanted),
                    () -> target.channel().send(new FinalizeKeySet(set, wanted)));
        });
    }
}
