package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DumpFiles;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code classic restore}. */
@Command(
        name = "restore",
        description = {
            "Write a dump to a card: data blocks, and with options keys, access bits and block 0.",
            "Blocks that are right already are left alone; what is written is read back."
        },
        footer = {
            "%nExamples:",
            "  tagsmith classic restore card.mfd --dry-run",
            "  tagsmith classic restore card.mfd --with-trailers -k my.keys"
        })
public final class RestoreCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    @Parameters(paramLabel = "FILE", description = "A dump of any format.")
    private Path file = Path.of("");

    @Mixin
    private RestoreOptions what = new RestoreOptions();

    @Mixin
    private CardTypeOption size = new CardTypeOption();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Dump dump = DumpFiles.read(file);
        List<ClassicKey> tried = keys.search(context);
        try (TargetCard card = TargetCard.open(context, size)) {
            WritePlan plan = what.plan(context, card, dump, tried, keys.remembering());
            return new PlanExecution(context, "classic restore", options).run(card, plan);
        }
    }
}
