package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.RollKeySet;
import io.github.tagsmith.desfire.model.KeySetNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire key sets roll}. */
@Command(
        name = "roll",
        description = {"Make another key set the active one."},
        footer = {"%nExample:", "  tagsmith desfire key sets roll 1 --app 123456 --auth 2:@roll.txt"})
public final class KeySetsRollCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "SET", converter = Words.KeySetNoWord.class, description = "The key set: 0 to 15.")
    private KeySetNo set = new KeySetNo(0);

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeySetsRollCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire key sets roll").with("keySet", set.value()),
                    new Deed(
                            "make",
                            "made",
                            "key set " + set + " of application "
                                    + target.application().place() + " the active one"),
                    () -> target.channel().send(new RollKeySet(set)));
        });
    }
}
