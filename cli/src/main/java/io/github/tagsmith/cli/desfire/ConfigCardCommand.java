package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire config card}. */
@Command(
        name = "card",
        description = {"What the card does: random UID, no formatting, proximity check."},
        footer = {"%nExample:", "  tagsmith desfire config card --random-uid --auth 0:@master.txt"})
public final class ConfigCardCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--random-uid", description = "Show a random UID.")
    private boolean randomUid;

    @Option(names = "--no-format", description = "Refuse FormatPICC.")
    private boolean noFormat;

    @Option(names = "--proximity-check", description = "Ask for a proximity check first, EV2 and later.")
    private boolean proximityCheck;

    @Option(names = "--vc-authentication", description = "Ask for authentication of the virtual card, EV2 and later.")
    private boolean virtualCard;

    @Mixin
    private ConfigurationChange change = new ConfigurationChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigCardCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(
                context,
                "card",
                "the options of the card",
                target -> new Configuration.PiccOptions(noFormat, randomUid, proximityCheck, virtualCard));
    }
}
