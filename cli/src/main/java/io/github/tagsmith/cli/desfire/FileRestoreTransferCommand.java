package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.desfire.ContentChange.Plan;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.RestoreTransfer;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire file restore-transfer}. */
@Command(
        name = "restore-transfer",
        description = {
            "Give a file the content of another one of the same kind, and commit.",
            "EV2 and later; stated by NXP's and other libraries, not seen on a card."
        },
        footer = {"%nExample:", "  tagsmith desfire file restore-transfer 3 4 --app 123456 --auth 0:@key.txt"})
public final class FileRestoreTransferCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            converter = Words.FileNoWord.class,
            description = "The file that is changed: 0 to 31.")
    private FileNo changed = new FileNo(0);

    @Parameters(
            index = "1",
            paramLabel = "SOURCE",
            converter = Words.FileNoWord.class,
            description = "The file whose content it gets.")
    private FileNo source = new FileNo(0);

    @Mixin
    private ContentChange change = new ContentChange();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileRestoreTransferCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return change.run(context, target -> {
            FileContent content = target.file(changed, FileOperation.WRITE);
            Fields fields = target.fields("desfire file restore-transfer")
                    .with("file", changed.value())
                    .with("source", source.value());
            return new Plan(
                    content,
                    fields,
                    new Deed("give", "gave", "file " + changed + " the content of file " + source),
                    open -> open.send(new RestoreTransfer(changed, source)));
        });
    }
}
