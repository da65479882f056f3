package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.desfire.ContentChange.Plan;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.ClearRecordFile;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire record clear}. */
@Command(
        name = "clear",
        description = {"Remove all records of a file, and commit."},
        footer = {"%nExample:", "  tagsmith desfire record clear 4 --app 123456 --auth 3:@key.txt"})
public final class RecordClearCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Mixin
    private ContentChange change = new ContentChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public RecordClearCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.runAsking(context, target -> {
            FileContent content = target.file(file, FileOperation.CLEAR);
            RecordFiles.of(content);
            Fields fields = target.fields("desfire record clear").with("file", file.value());
            return new Plan(
                    content,
                    fields,
                    new Deed("remove", "removed", "all records of file " + file),
                    open -> open.send(new ClearRecordFile(file)));
        });
    }
}
