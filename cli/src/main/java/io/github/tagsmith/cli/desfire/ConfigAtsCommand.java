package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
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
    private ConfigurationChange change = new ConfigurationChange();

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
        Configuration configuration = Arguments.checked(() -> new Configuration.Ats(Bytes.fromHex(ats)));
        return change.run(context, "ats", "the ATS", target -> configuration);
    }
}
