package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ChangeFileSettings;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire file settings}. */
@Command(
        name = "settings",
        description = {
            "Show the settings of a file, or change them.",
            "Mode, rights and secure dynamic messaging; what is not given stays as it is."
        },
        footer = {
            "%nExamples:",
            "  tagsmith desfire file settings 1 --app 123456",
            "  tagsmith desfire file settings 1 --rights free,1,2,0 --app 123456 \\",
            "      --auth 0:@key.txt",
            "  tagsmith desfire file settings 1 --more-rights 3,never,never,never \\",
            "      --app 123456 --auth 0:@key.txt",
            "  tagsmith desfire file settings 2 --sdm-url 'https://x.org/?p={picc}&m={mac}' \\",
            "      --sdm-rights 2,1,never --auth 0:@key.txt",
            "  tagsmith desfire file settings 2 --set 00E0EE --auth 0:@key.txt"
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
    private AccessOptions more = new AccessOptions();

    @Option(
            names = "--set",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            description = "All of them as ChangeFileSettings carries them: option, rights and what follows.")
    @Nullable
    private Bytes raw;

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
        boolean changing = mode != null || rights != null || more.isGiven();
        if (changing && raw != null) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "--set gives all settings: leave the other options out");
        }
        return card.work(context, target -> {
            FileSettings now = target.file(FileUse.ofSettings(file)).settings();
            Fields fields = target.fields("desfire file settings").with("settings", FileText.json(file, now));
            if (!changing && raw == null) {
                FileText.lines(file, now).forEach(fields::line);
                context.output().show(fields.with("apdus", target.exchanges()));
                return ExitCode.OK.status();
            }
            ChangeFileSettings command = raw == null ? change(now) : given(raw);
            Deed deed = new Deed("set", "set", "file " + file + " to " + words(command), details(command));
            fields.with("set", command.data().toHex());
            WriteOptions.Change change = () -> target.channel().send(command);
            return command.access().rights().change().equals(AccessRight.NEVER)
                    ? options.applyAsking(context, target, fields, deed, change)
                    : options.apply(context, target, fields, deed, change);
        });
    }

    private ChangeFileSettings change(FileSettings now) throws NfcException {
        List<AccessRights> further = more.moreOver(now.access().additionalRights());
        FileAccess access = Arguments.checked(() -> new FileAccess(
                mode == null ? now.access().commMode() : mode,
                rights == null ? now.access().rights() : rights,
                further));
        return new ChangeFileSettings(file, access, more.sdmOver(now));
    }

    private ChangeFileSettings given(Bytes settings) throws NfcException {
        try {
            return ChangeFileSettings.parse(file, settings);
        } catch (NfcException wrong) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "--set " + settings + ": " + wrong.getMessage())
                    .withCause(wrong);
        }
    }

    private static String words(ChangeFileSettings command) {
        FileAccess access = command.access();
        StringBuilder words = new StringBuilder(Words.mode(access.commMode()))
                .append(", rights ")
                .append(Words.rights(access.rights()));
        access.additionalRights().forEach(further -> words.append(" or ").append(Words.rights(further)));
        return words.append(command.sdm().isPresent() ? ", SDM" : "").toString();
    }

    private static List<String> details(ChangeFileSettings command) {
        return command.sdm().map(FileText::sdm).orElse(List.of());
    }
}
