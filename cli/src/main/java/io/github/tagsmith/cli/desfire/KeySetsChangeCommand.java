package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.KeyReplacement;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire key sets change}. */
@Command(
        name = "change",
        description = {"Change a key of a key set that is not active."},
        footer = {
            "%nExample:",
            "  tagsmith desfire key sets change 1 0 --old default --new @new.txt \\",
            "      --app 123456 --auth 0:@key.txt"
        })
public final class KeySetsChangeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "SET",
            converter = Words.KeySetNoWord.class,
            description = "The key set: 0 to 15.")
    private KeySetNo set = new KeySetNo(0);

    @Parameters(
            index = "1",
            paramLabel = "KEYNO",
            converter = Words.KeyNoWord.class,
            description = "The key: 0 to 13 of an application, or one of the card.")
    private KeyNo number = KeyNo.MASTER;

    @Option(names = "--old", paramLabel = "KEY", required = true, description = "What the key is now.")
    private String oldKey = "";

    @Option(names = "--new", paramLabel = "KEY", required = true, description = "What it becomes.")
    private String newKey = "";

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeySetsChangeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            DesfireKey before = target.key(oldKey);
            DesfireKey after = target.key(newKey, Optional.of(before.algorithm()));
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire key sets change")
                            .with("keySet", set.value())
                            .with("key", number.value()),
                    new Deed("change", "changed", "key " + number + " of key set " + set),
                    () -> new KeyReplacement(target.channel()).replace(set, number, after, before));
        });
    }
}
