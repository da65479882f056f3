package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ChangeFileSettings;
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
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Mixin
    private FileShape shape = new FileShape();

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

    @Mixin
    private IsoFileIdOption isoFileId = new IsoFileIdOption();

    @Mixin
    private AccessOptions more = new AccessOptions();

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
        return card.work(context, target -> {
            target.requireApplication();
            DesfireCommand<?> command = creation(target);
            Optional<ChangeFileSettings> after = more.isGiven() ? Optional.of(completion(target)) : Optional.empty();
            return options.apply(
                    context,
                    target,
                    target.fields("desfire file create").with("file", file.value()),
                    new Deed("create", "created", shape.type() + " file " + file),
                    () -> create(target, command, after));
        });
    }

    private DesfireCommand<?> creation(TargetCard target) throws NfcException {
        FileAccess access = FileAccess.of(mode, rights);
        if (shape.isTransactionMac()) {
            DesfireKey mac = target.key(key, Optional.of(KeyAlgorithm.AES));
            return Arguments.checked(() -> new CreateTransactionMacFile(file, access, mac));
        }
        return Arguments.checked(() -> new CreateFile(file, isoFileId.value(), shape.settings(access)));
    }

    /** Further rights and secure dynamic messaging are given to a file that is there, by the key that may change it. */
    private ChangeFileSettings completion(TargetCard target) throws NfcException {
        boolean may = rights.change().equals(AccessRight.FREE)
                || rights.change().key().equals(target.sessionKey());
        if (!may) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "further rights and secure dynamic messaging are set by the key that may change the file, "
                                    + rights.change())
                    .withHint(
                            "name the session's key as the last of --rights, or set them later: `desfire file settings`");
        }
        FileAccess access = new FileAccess(mode, rights, more.moreOver(List.of()));
        FileSettings bare = new FileSettings.Data(FileType.STANDARD, access, 0, Optional.empty());
        return new ChangeFileSettings(file, access, more.sdmOver(bare));
    }

    private void create(TargetCard target, DesfireCommand<?> command, Optional<ChangeFileSettings> after)
            throws NfcException {
        target.channel().send(command);
        if (after.isEmpty()) {
            return;
        }
        target.works(FileUse.ofSettings(file));
        try {
            target.channel().send(after.get());
        } catch (NfcException refused) {
            target.save();
            throw new NfcException(
                            refused.kind(),
                            "file " + file + " is there, without what ChangeFileSettings gives: "
                                    + refused.getMessage())
                    .withCode(refused.code().orElse(0))
                    .withHint("set it with `desfire file settings " + file
                            + target.application().option() + "`, or delete the file")
                    .withCause(refused);
        }
    }
}
