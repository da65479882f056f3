package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DumpFiles;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code classic diff}. */
@Command(
        name = "diff",
        description = "Compare two dumps block by block: keys, access conditions, values, bytes.",
        footer = {
            "%nThe formats may differ; only what they say of the card counts.",
            "Exit status 0: no block differs; 1: some do; 2 and 8: a file is wrong.",
            "%nExample:",
            "  tagsmith classic diff before.mfd after.nfc"
        })
public final class DiffCommand implements Callable<Integer> {

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "A", description = "A dump in any known format.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another one.")
    private Path second = Path.of("");

    /**
     * The command.
     *
     * @param context what it works with
     */
    public DiffCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Dump before = DumpFiles.read(first);
        Dump after = DumpFiles.read(second);
        DiffReport report = DiffReport.of(before, after, context.style());
        context.output().show(report);
        return report.isEmpty() ? SAME : DIFFERENT;
    }
}
