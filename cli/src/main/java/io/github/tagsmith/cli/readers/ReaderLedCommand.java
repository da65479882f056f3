package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.contactless.SettingValue;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reader led}. */
@Command(
        name = "led",
        description = "Switch the reader's LEDs.",
        footer = {"%nExample:", "  tagsmith -r virtual:classic-1k,dialect=acr122u reader led red"})
public final class ReaderLedCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "STATE",
            description = "A name that this reader knows (off, red, green, both), or a byte in hexadecimal;"
                    + " `reader info` tells what it means.")
    private String state = "";

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReaderLedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (ReaderConnection reader = ReaderConnection.open(context)) {
            int wanted = SettingState.parse(reader.dialect(), SettingForm.LED, state);
            SettingValue value = reader.settings().set(SettingForm.LED, wanted);
            context.output().show(new SettingReport("reader led", reader.name(), value));
            return 0;
        }
    }
}
