package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.desfire.ContentChange.Plan;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.WriteRecord;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire record append}. */
@Command(
        name = "append",
        description = {"Add a record, and commit."},
        footer = {"%nExample:", "  tagsmith desfire record append 4 48656C6C6F --app 123456 --auth 2:@key.txt"})
public final class RecordAppendCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Parameters(index = "1", paramLabel = "HEX", description = "The record; what is missing at its end is zero.")
    private String hex = "";

    @Mixin
    private ModeOption comm = new ModeOption();

    @Mixin
    private ContentChange change = new ContentChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public RecordAppendCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(context, target -> {
            FileContent content = target.file(file, FileOperation.WRITE);
            Bytes data = RecordFiles.fitting(hex, 0, RecordFiles.of(content));
            CommMode used = comm.mode(content, FileOperation.WRITE);
            Fields fields = target.fields("desfire record append")
                    .with("file", file.value())
                    .with("comm", Words.mode(used))
                    .with("length", data.length());
            return new Plan(
                    content,
                    fields,
                    new Deed(
                            "append",
                            "appended",
                            "a record of " + Words.count(data.length(), "byte") + " to file " + file),
                    open -> content.chained(chaining -> open.send(new WriteRecord(file, 0, data, used, chaining))));
        });
    }
}
