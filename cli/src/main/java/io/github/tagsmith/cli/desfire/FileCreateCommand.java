package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.CreateFile;
import io.github.tagsmith.desfire.command.CreateTransactionMacFile;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire file create}. */
@Command(
        name = "create",
        description = {"Create a file of any type."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire file create 1 --type std --size 32 --app 123456",
            "  tagsmith desfire file create 3 --type value --upper 1000 \\",
            "      --rights 1,2,3,0 --app 123456 --auth 0:@key.txt"
        })
public final class FileCreateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            required = true,
            description = "std, backup, value, linear, cyclic or tmac.")
    private String type = "";

    @Option(
            names = "--size",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "Bytes of a data file, or of each record.")
    @Nullable
    private Integer size;

    @Option(
            names = "--records",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "How many records.")
    @Nullable
    private Integer records;

    @Option(
            names = "--lower",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "The least value (default: 0).")
    private int lower = 0;

    @Option(
            names = "--upper",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "2147483647",
            description = "The greatest value (default: 2147483647).")
    private int upper = Integer.MAX_VALUE;

    @Option(
            names = "--value",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "The first value (default: 0).")
    private int value = 0;

    @Option(names = "--limited-credit", description = "Allow LimitedCredit.")
    private boolean limitedCredit;

    @Option(names = "--free-get", description = "Let everybody ask for the value.")
    private boolean freeGet;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "The key of a transaction MAC file.")
    private String key = "default";

    @Option(
            names = "--comm",
            paramLabel = "MODE",
            converter = ModeOption.FixedModeWord.class,
            defaultValue = "plain",
            description = "plain, mac or full (default: plain).")
    private CommMode mode = CommMode.PLAIN;

    @Option(
            names = "--rights",
            paramLabel = "R,W,RW,C",
            converter = Words.RightsWord.class,
            defaultValue = "0,0,0,0",
            description = "Read, write, both, change: a key number, free or never each (default: 0,0,0,0).")
    private AccessRights rights =
            new AccessRights(new AccessRight(0), new AccessRight(0), new AccessRight(0), new AccessRight(0));

    @Option(
            names = "--iso-fid",
            paramLabel = "FID",
            converter = Words.IsoFileIdWord.class,
            description = "Its ISO file identifier: 4 hexadecimal digits.")
    @Nullable
    private IsoFileId isoFileId;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileCreateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard target = TargetCard.open(context, card)) {
            DesfireCommand<?> command = creation(target);
            return options.apply(
                    context,
                    target,
                    target.fields("desfire file create").with("file", file.value()),
                    new Deed("create", "created", type + " file " + file),
                    () -> target.channel().send(command));
        }
    }

    private DesfireCommand<?> creation(TargetCard target) throws NfcException {
        FileAccess access = FileAccess.of(mode, rights);
        if (type.equals("tmac")) {
            DesfireKey mac = target.key(key, Optional.of(KeyAlgorithm.AES));
            return Arguments.checked(() -> new CreateTransactionMacFile(file, access, mac));
        }
        return Arguments.checked(() -> new CreateFile(file, Optional.ofNullable(isoFileId), settings(access)));
    }

    private FileSettings settings(FileAccess access) {
        return switch (type) {
            case "std" -> new FileSettings.Data(FileType.STANDARD, access, wanted(size, "--size"), Optional.empty());
            case "backup" -> new FileSettings.Data(FileType.BACKUP, access, wanted(size, "--size"), Optional.empty());
            case "value" -> new FileSettings.Value(access, lower, upper, value, limitedCredit, freeGet);
            case "linear" -> records(FileType.LINEAR_RECORD, access);
            case "cyclic" -> records(FileType.CYCLIC_RECORD, access);
            default ->
                throw new IllegalArgumentException(
                        "\"" + type + "\" is no file type: std, backup, value, linear, cyclic or tmac");
        };
    }

    private FileSettings records(FileType kind, FileAccess access) {
        return new FileSettings.Records(kind, access, wanted(size, "--size"), wanted(records, "--records"), 0);
    }

    private int wanted(@Nullable Integer number, String option) {
        if (number == null) {
            throw new IllegalArgumentException("a " + type + " file needs " + option);
        }
        return number;
    }
}
