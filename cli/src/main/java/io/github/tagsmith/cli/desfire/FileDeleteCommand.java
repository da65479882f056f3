package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DeleteFile;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire file delete}. */
@Command(
        name = "delete",
        description = {"Delete a file."},
        footer = {"%nExample:", "  tagsmith desfire file delete 1 --app 123456 --auth 0:@key.txt"})
public final class FileDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileDeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire file delete").with("file", file.value()),
                    new Deed(
                            "delete",
                            "deleted",
                            "file " + file + " of application "
                                    + target.application().place()),
                    () -> target.channel().send(new DeleteFile(file)));
        });
    }
}
