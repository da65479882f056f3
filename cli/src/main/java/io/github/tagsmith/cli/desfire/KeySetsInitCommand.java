package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.InitializeKeySet;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire key sets init}. */
@Command(
        name = "init",
        description = {"Prepare a key set for new keys, EV2 and later."},
        footer = {
            "%nExample:",
            "  tagsmith desfire key sets init 1 --algorithm aes --app 123456 \\",
            "      --auth 0:@key.txt"
        })
public final class KeySetsInitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "SET", converter = Words.KeySetNoWord.class, description = "The key set: 0 to 15.")
    private KeySetNo set = new KeySetNo(0);

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            converter = Words.AlgorithmWord.class,
            defaultValue = "aes",
            description = "des, 2k3des, 3k3des or aes (default: aes).")
    private KeyAlgorithm algorithm = KeyAlgorithm.AES;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeySetsInitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            return options.apply(
                    context,
                    target,
                    target.fields("desfire key sets init").with("keySet", set.value()),
                    new Deed("prepare", "prepared", "key set " + set + " for " + algorithm),
                    () -> target.channel().send(new InitializeKeySet(set, algorithm)));
        });
    }
}
