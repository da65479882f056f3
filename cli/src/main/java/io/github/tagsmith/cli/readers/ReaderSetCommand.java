package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.contactless.SettingValue;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reader set}. */
@Command(
        name = "set",
        description = "Change a setting of the reader: polling and what else `reader info` lists.",
        footer = {"%nExample:", "  tagsmith -r virtual:classic-1k,dialect=acr1252 reader set polling 8B"})
public final class ReaderSetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "SETTING", description = "Its name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "STATE", description = "A name that it knows, or a byte in hexadecimal.")
    private String state = "";

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReaderSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (ReaderConnection reader = ReaderConnection.open(context)) {
            List<String> names = reader.dialect().settings().stream()
                    .filter(setting -> setting.set().isPresent() && !setting.takesDuration())
                    .map(SettingForm::name)
                    .toList();
            if (!names.contains(name)) {
                throw new NfcException(ErrorKind.INVALID_REQUEST, "this reader has no setting \"" + name + "\"")
                        .withHint(
                                names.isEmpty()
                                        ? "None is known for dialect "
                                                + reader.dialect().id()
                                        : "Settings: " + String.join(", ", names));
            }
            SettingValue value = reader.settings().set(name, SettingState.parse(reader.dialect(), name, state));
            context.output().show(new SettingReport("reader set", reader.name(), value));
            return 0;
        }
    }
}
