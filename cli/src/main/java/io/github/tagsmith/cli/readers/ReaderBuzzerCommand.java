package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.contactless.SettingValue;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reader buzzer}. */
@Command(
        name = "buzzer",
        description = "Sound the reader's buzzer.",
        footer = {"%nExample:", "  tagsmith -r virtual:classic-1k,dialect=acr122u reader buzzer --ms 300"})
public final class ReaderBuzzerCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--ms", paramLabel = "N", defaultValue = "200", description = "How long (default: 200).")
    private int millis;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReaderBuzzerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        if (millis < 0) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "a beep of " + millis + " ms");
        }
        try (ReaderConnection reader = ReaderConnection.open(context)) {
            SettingValue value = reader.settings().set(SettingForm.BUZZER, Duration.ofMillis(millis));
            context.output().show(new SettingReport("reader buzzer", reader.name(), value));
            return 0;
        }
    }
}
