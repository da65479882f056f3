package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ChangeFileSettings;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire file settings}. */
@Command(
        name = "settings",
        description = {"Show the settings of a file, or change mode and rights."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire file settings 1 --app 123456",
            "  tagsmith desfire file settings 1 --app 123456 --rights free,1,2,0 \\",
            "      --auth 0:@key.txt"
        })
public final class FileSettingsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Option(
            names = "--comm",
            paramLabel = "MODE",
            converter = ModeOption.FixedModeWord.class,
            description = "The new mode: plain, mac or full.")
    @Nullable
    private CommMode mode;

    @Option(
            names = "--rights",
            paramLabel = "R,W,RW,C",
            converter = Words.RightsWord.class,
            description = "The new rights: read, write, both, change.")
    @Nullable
    private AccessRights rights;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileSettingsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard target = TargetCard.open(context, card)) {
            FileSettings settings = target.channel().send(new GetFileSettings(file));
            Fields fields = target.fields("desfire file settings").with("settings", FileText.json(file, settings));
            if (mode == null && rights == null) {
                context.output().show(fields.with("apdus", target.exchanges()).line(FileText.line(file, settings)));
                return ExitCode.OK.status();
            }
            FileAccess access = new FileAccess(
                    mode == null ? settings.access().commMode() : mode,
                    rights == null ? settings.access().rights() : rights,
                    settings.access().additionalRights());
            Optional<SdmSettings> sdm = settings instanceof FileSettings.Data data ? data.sdm() : Optional.empty();
            Deed deed = new Deed(
                    "set",
                    "set",
                    "file " + file + " to " + Words.mode(access.commMode()) + ", rights "
                            + Words.rights(access.rights()));
            WriteOptions.Change change = () -> target.channel().send(new ChangeFileSettings(file, access, sdm));
            return access.rights().change().equals(AccessRight.NEVER)
                    ? options.applyAsking(context, target, fields, deed, change)
                    : options.apply(context, target, fields, deed, change);
        }
    }
}
