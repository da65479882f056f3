package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.desfire.ContentChange.Plan;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.UpdateRecord;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire record update}. */
@Command(
        name = "update",
        description = {"Change a record in place, and commit; EV2 and later."},
        footer = {
            "%nExample:",
            "  tagsmith desfire record update 4 0 4A --offset 0 --app 123456 \\",
            "      --auth 2:@key.txt"
        })
public final class RecordUpdateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Parameters(
            index = "1",
            paramLabel = "RECORD",
            converter = Words.NumberWord.class,
            description = "Which record: 0 is the newest.")
    private int record = 0;

    @Parameters(index = "2", paramLabel = "HEX", description = "The bytes.")
    private String hex = "";

    @Option(
            names = "--offset",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "Where in the record, in bytes (default: 0).")
    private int offset = 0;

    @Mixin
    private ModeOption comm = new ModeOption();

    @Mixin
    private ContentChange change = new ContentChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public RecordUpdateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(context, target -> {
            FileContent content = target.file(file, FileOperation.WRITE);
            Bytes data = RecordFiles.fitting(hex, offset, RecordFiles.of(content));
            CommMode used = comm.mode(content, FileOperation.WRITE);
            Fields fields = target.fields("desfire record update")
                    .with("file", file.value())
                    .with("comm", Words.mode(used))
                    .with("record", record);
            return new Plan(
                    content,
                    fields,
                    new Deed(
                            "change",
                            "changed",
                            Words.count(data.length(), "byte") + " of record " + record + " of file " + file),
                    open -> content.chained(
                            chaining -> open.send(new UpdateRecord(file, record, offset, data, used, chaining))));
        });
    }
}
