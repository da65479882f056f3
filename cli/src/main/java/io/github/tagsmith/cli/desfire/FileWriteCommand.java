package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.desfire.ContentChange.Plan;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire file write}. */
@Command(
        name = "write",
        description = {"Write a data file: hex from the command line, or a file with -i.", "A backup file is committed."
        },
        footer = {
            "%nExamples:",
            "  tagsmith desfire file write 1 48656C6C6F --app 123456 --auth 0:@key.txt",
            "  tagsmith desfire file write 1 -i data.bin --app 123456 --auth 0:@key.txt"
        })
public final class FileWriteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Parameters(index = "1", arity = "0..1", paramLabel = "HEX", description = "The bytes.")
    @Nullable
    private String hex;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "A file with the bytes.")
    @Nullable
    private Path input;

    @Option(
            names = "--offset",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "Where to begin, in bytes (default: 0).")
    private int offset = 0;

    @Mixin
    private ModeOption comm = new ModeOption();

    @Mixin
    private TransferOption transfer = new TransferOption();

    @Mixin
    private ContentChange change = new ContentChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileWriteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Bytes data = data();
        return change.run(context, target -> {
            FileContent content = transfer.content(target, file, FileOperation.WRITE);
            if (offset < 0 || offset + (long) data.length() > content.size()) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "file " + file + " has " + content.size() + " bytes; " + data.length() + " from offset "
                                + offset + " do not fit");
            }
            CommMode used = comm.mode(content, FileOperation.WRITE);
            Fields fields = target.fields("desfire file write")
                    .with("file", file.value())
                    .with("comm", Words.mode(used))
                    .with("offset", offset)
                    .with("length", data.length())
                    .with("committed", content.isTransactional() && !change.dryRun());
            return new Plan(
                    content,
                    fields,
                    new Deed("write", "wrote", Words.count(data.length(), "byte") + " into file " + file),
                    open -> write(content, open, data, used));
        });
    }

    /** A transaction whose MAC is asked for has one command that tells all of it. */
    private void write(FileContent content, FileTransaction open, Bytes data, CommMode used) throws NfcException {
        if (change.withMac()) {
            open.send(new WriteData(file, offset, data, used, Chaining.NATIVE));
        } else {
            content.write(offset, data, used);
        }
    }

    private Bytes data() throws NfcException {
        String given = hex;
        Path from = input;
        if ((given == null) == (from == null)) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "the bytes are given as HEX, or with -i FILE");
        }
        Bytes data = from == null
                ? Bytes.fromHex(given == null ? "" : given)
                : io.github.tagsmith.cli.input.FileContent.read(from, 0xFFFFFF);
        if (data.isEmpty()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "there are no bytes to write");
        }
        return data;
    }
}
