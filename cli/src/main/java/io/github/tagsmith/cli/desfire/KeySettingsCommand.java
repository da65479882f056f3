package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ChangeKeySettings;
import io.github.tagsmith.desfire.command.GetKeySettings;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.KeySettings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire key settings}. */
@Command(
        name = "settings",
        description = {"Show the key settings of the card or an application, or change them."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire key settings --app 123456",
            "  tagsmith desfire key settings --set 0B --app 123456 --auth 0:@key.txt"
        })
public final class KeySettingsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--set",
            paramLabel = "HEX",
            converter = Words.KeySettingsWord.class,
            description = "The new settings byte.")
    @Nullable
    private KeySettings settings;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public KeySettingsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            Fields fields = target.fields("desfire key settings");
            KeySettings wanted = settings;
            if (wanted == null) {
                ApplicationKeys keys = target.channel().send(new GetKeySettings());
                context.output()
                        .show(fields.with("keySettings", KeysText.json(keys))
                                .with("apdus", target.exchanges())
                                .line(Words.count(keys.count(), "key") + ", " + KeysText.algorithmText(keys))
                                .line(KeysText.words(keys.settings())));
                return ExitCode.OK.status();
            }
            Deed deed = new Deed(
                    "set",
                    "set",
                    "the key settings of " + target.application().place() + " to " + KeysText.words(wanted)
                            + (wanted.isChangeable() ? "" : " (for good)"));
            WriteOptions.Change change = () -> target.channel().send(new ChangeKeySettings(wanted));
            fields.with("set", wanted.toString());
            boolean harmless = wanted.isChangeable() && wanted.isMasterKeyChangeable() && !wanted.isFrozen();
            return harmless
                    ? options.apply(context, target, fields, deed, change)
                    : options.applyAsking(context, target, fields, deed, change);
        });
    }
}
