package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire file read}. */
@Command(
        name = "read",
        description = {"Read a data file, or a transaction MAC file: as hex, or into a file with -o."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire file read 1 --app 123456",
            "  tagsmith desfire file read 1 --app 123456 --auth 1:@key.txt -o data.bin"
        })
public final class FileReadCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Option(
            names = "--offset",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "Where to begin, in bytes (default: 0).")
    private int offset = 0;

    @Option(
            names = "--length",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "How many bytes (default: to the end).")
    @Nullable
    private Integer length;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the bytes go.")
    @Nullable
    private Path output;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private ModeOption comm = new ModeOption();

    @Mixin
    private TransferOption transfer = new TransferOption();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileReadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        if (output != null) {
            context.confirmation().toWrite(output);
        }
        return card.work(context, target -> {
            FileContent content = transfer.content(target, file, FileOperation.READ);
            int rest = content.size() - offset;
            int count = length == null ? rest : length;
            if (offset < 0 || count <= 0 || count > rest) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "file " + file + " has " + content.size() + " bytes; " + count + " from offset " + offset
                                + " are not in it");
            }
            CommMode used = comm.mode(content, FileOperation.READ);
            Bytes data = content.read(offset, count, used);
            Fields fields = target.fields("desfire file read")
                    .with("file", file.value())
                    .with("comm", Words.mode(used))
                    .with("offset", offset)
                    .with("length", data.length())
                    .with("data", data.toHex());
            if (output == null) {
                fields.line(data.toHex());
            } else {
                io.github.tagsmith.cli.input.FileContent.write(output, data);
                fields.with("output", output.toString())
                        .line(Words.count(data.length(), "byte") + " in " + target.exchangesText() + ", written to "
                                + output);
            }
            context.output().show(fields.with("apdus", target.exchanges()));
            return ExitCode.OK.status();
        });
    }
}
