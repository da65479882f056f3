package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import io.github.tagsmith.desfire.command.SetConfiguration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire config ats}. */
@Command(
        name = "ats",
        description = {"The ATS of ISO/IEC 14443-4. A wrong one makes the card unreachable."},
        footer = {"%nExample:", "  tagsmith desfire config ats 067577810280 --auth 0:@master.txt"})
public final class ConfigAtsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", description = "The ATS, whose first byte is its length.")
    private String ats = "";

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigAtsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard target = TargetCard.open(context, card)) {
            Configuration configuration = Arguments.checked(() -> new Configuration.Ats(Bytes.fromHex(ats)));
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire config ats")
                            .with("option", configuration.option())
                            .with("data", configuration.data().toHex()),
                    new Deed(
                            "set",
                            "set",
                            "the ATS to " + configuration.data().toHex() + " (this cannot be taken back)"),
                    () -> target.channel().send(new SetConfiguration(configuration)));
        }
    }
}
