package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.command.GetValue;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire value get}. */
@Command(
        name = "get",
        description = {"The value of a value file."},
        footer = {"%nExample:", "  tagsmith desfire value get 3 --app 123456 --auth 1:@key.txt"})
public final class ValueGetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NO", converter = Words.FileNoWord.class, description = "The file: 0 to 31.")
    private FileNo file = new FileNo(0);

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private ModeOption comm = new ModeOption();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ValueGetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            FileContent content = target.file(file, FileOperation.GET_VALUE);
            ValueFiles.require(content);
            CommMode used = comm.mode(content, FileOperation.GET_VALUE);
            int value = target.channel().send(new GetValue(file, used));
            context.output()
                    .show(target.fields("desfire value get")
                            .with("file", file.value())
                            .with("comm", Words.mode(used))
                            .with("value", value)
                            .with("apdus", target.exchanges())
                            .line(Integer.toString(value)));
            return ExitCode.OK.status();
        });
    }
}
