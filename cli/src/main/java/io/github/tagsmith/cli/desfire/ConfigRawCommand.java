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

/** {@code desfire config raw}. */
@Command(
        name = "raw",
        description = {"Any option, with data as the card's manual gives it."},
        footer = {"%nExample:", "  tagsmith desfire config raw 0B 01 --auth 0:@master.txt"})
public final class ConfigRawCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "OPTION", description = "The option: two hexadecimal digits.")
    private String option = "";

    @Parameters(index = "1", paramLabel = "HEX", description = "Its data.")
    private String data = "";

    @Mixin
    private ConfigurationChange change = new ConfigurationChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConfigRawCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Configuration configuration = raw();
        return change.run(context, "raw", "option " + option, target -> configuration);
    }

    private Configuration raw() throws NfcException {
        Bytes number = Bytes.fromHex(option);
        if (number.length() != 1) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "an option has one byte, not " + number.length());
        }
        return new Configuration.Other(number.get(0), Bytes.fromHex(data));
    }
}
