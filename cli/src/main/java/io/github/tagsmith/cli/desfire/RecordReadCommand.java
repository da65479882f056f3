package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire record read}. */
@Command(
        name = "read",
        description = {"Read records, oldest first."},
        footer = {"%nExample:", "  tagsmith desfire record read 4 --app 123456"})
public final class RecordReadCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Option(
            names = "--skip",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "How many of the newest are left out (default: 0).")
    private int skip = 0;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "How many are read (default: 0, all older ones).")
    private int count = 0;

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
    public RecordReadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            FileContent content = transfer.content(target, file, FileOperation.READ);
            FileSettings.Records records = RecordFiles.of(content);
            CommMode used = comm.mode(content, FileOperation.READ);
            Bytes data = content.readRecords(skip, count, used);
            List<String> each = RecordFiles.split(data, records.recordSize());
            Fields fields = target.fields("desfire record read")
                    .with("file", file.value())
                    .with("comm", Words.mode(used))
                    .with("recordSize", records.recordSize())
                    .with("records", each);
            each.forEach(fields::line);
            context.output().showList(fields.with("apdus", target.exchanges()), "no records in file " + file);
            return ExitCode.OK.status();
        });
    }
}
