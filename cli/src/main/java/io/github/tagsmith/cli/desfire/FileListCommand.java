package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetFileIds;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code desfire file list}. */
@Command(
        name = "list",
        description = {"The files of an application."},
        footer = {"%nExample:", "  tagsmith desfire file list --app 123456"})
public final class FileListCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FileListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            target.requireApplication();
            List<Map<String, @Nullable Object>> files = new ArrayList<>();
            Fields fields = target.fields("desfire file list");
            for (FileNo file : target.channel().send(new GetFileIds())) {
                FileSettings settings = target.channel().send(new GetFileSettings(file));
                files.add(FileText.json(file, settings));
                FileText.lines(file, settings).forEach(fields::line);
            }
            context.output()
                    .showList(
                            fields.with("files", files).with("apdus", target.exchanges()),
                            "no files in " + target.application().level());
            return ExitCode.OK.status();
        });
    }
}
