package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire key change}. */
@Command(
        name = "change",
        description = {
            "Change a key. The old key is proven first, the new one afterwards.",
            "The old version is shown; the new one is --version, else that of the key."
        },
        footer = {
            "%nExamples:",
            "  tagsmith desfire key change 0 --old default --new @new.txt --app 123456",
            "  tagsmith desfire key change 1 --old default --new env:K1 \\",
            "      --auth 0:@master.txt --app 123456"
        })
public final class KeyChangeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "KEYNO",
            converter = Words.KeyNoWord.class,
            description = "The key: 0 to 13 of an application, or one of the card.")
    private KeyNo number = KeyNo.MASTER;

    @Option(names = "--old", paramLabel = "KEY", required = true, description = "What the key is now.")
    private String oldKey = "";

    @Option(names = "--new", paramLabel = "KEY", required = true, description = "What it becomes.")
    private String newKey = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "The new version: 0 to 255.")
    @Nullable
    private Integer version;

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
    public KeyChangeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.workUnauthenticated(context, target -> {
            return new KeyChangeRun(context, target, card, options).run(number, oldKey, newKey, version);
        });
    }
}
