package io.github.tagsmith.cli.classic;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DumpFiles;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code classic show}. */
@Command(
        name = "show",
        description = "Show a dump file: keys, access conditions, value blocks, directory, NDEF.",
        footer = {"%nExample:", "  tagsmith classic show card.mfd"})
public final class ShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "A dump in any known format; found by its content.")
    private Path file = Path.of("");

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        DumpFiles.DumpFile opened = DumpFiles.open(file);
        context.output().show(new ShowReport(file, opened.format().id(), opened.dump()));
        return 0;
    }
}
