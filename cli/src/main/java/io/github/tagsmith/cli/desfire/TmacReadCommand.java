package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.GetFileIds;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire tmac read}. */
@Command(
        name = "read",
        description = {"Counter and MAC of the last transaction of an application.", "EV2 and later, DESFire Light."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire tmac read --app 123456",
            "  tagsmith desfire tmac read 15 --app 123456 --auth 1:@key.txt"
        })
public final class TmacReadCommand implements Callable<Integer> {

    private static final int COUNTER_LENGTH = 4;

    private final CommandContext context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NO",
            converter = Words.FileNoWord.class,
            description = "The file: 0 to 31 (default: the one that the application has).")
    @Nullable
    private FileNo file;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private ModeOption comm = new ModeOption();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public TmacReadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            target.requireApplication();
            FileNo number = file == null ? only(target) : file;
            FileContent content = target.file(number, FileOperation.READ);
            if (!(content.settings() instanceof FileSettings.TransactionMac)) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "file " + number + " is a " + content.settings().type() + " file, no transaction MAC file");
            }
            Bytes data = content.read(0, content.size(), comm.mode(content, FileOperation.READ));
            long counter = data.slice(0, COUNTER_LENGTH).toUnsignedLittleEndian();
            Bytes mac = data.slice(COUNTER_LENGTH);
            context.output()
                    .show(target.fields("desfire tmac read")
                            .with("file", number.value())
                            .with("counter", counter)
                            .with("mac", mac.toHex())
                            .with("apdus", target.exchanges())
                            .line("transaction " + counter + ", MAC " + mac));
            return ExitCode.OK.status();
        });
    }

    private static FileNo only(TargetCard target) throws NfcException {
        for (FileNo each : target.channel().send(new GetFileIds())) {
            if (target.channel().send(new GetFileSettings(each)) instanceof FileSettings.TransactionMac) {
                return each;
            }
        }
        throw new NfcException(
                        ErrorKind.REFUSED,
                        "there is no transaction MAC file in "
                                + target.application().level())
                .withHint("`desfire file create 15 --type tmac` makes one");
    }
}
