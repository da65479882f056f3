package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire config sak}. */
@Command(
        name = "sak",
        description = {"Both SAK bytes, EV2 and later."},
        footer = {"%nExample:", "  tagsmith desfire config sak 2420 --auth 0:@master.txt"})
public final class ConfigSakCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", description = "Two bytes.")
    private String sak = "";

    @Mixin
    private ConfigurationChange change = new ConfigurationChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigSakCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Configuration configuration = sak();
        return change.run(context, "sak", "SAK", target -> configuration);
    }

    private Configuration sak() throws NfcException {
        Bytes bytes = Bytes.fromHex(sak);
        if (bytes.length() != 2) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "SAK has two bytes here, not " + bytes.length());
        }
        return new Configuration.Sak(bytes.get(0), bytes.get(1));
    }
}
