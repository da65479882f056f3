package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.Wanted;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.cli.input.DumpFiles;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--with-trailers", description = "Write keys and access bits too.")
    private boolean trailers;

    @Option(names = "--with-block0", description = "Write block 0 too, on cards that allow it.")
    private boolean block0;

    @Option(names = "--fill-key-a", paramLabel = "KEY", description = "In place of keys A that the dump lacks.")
    @Nullable
    private String keyA;

    @Option(names = "--fill-key-b", paramLabel = "KEY", description = "In place of keys B that the dump lacks.")
    @Nullable
    private String keyB;

    @Option(names = "--type", paramLabel = "TYPE", description = "mini, 1k, 2k or 4k, where the reader is wrong.")
    @Nullable
    private String typeId;

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
        SortedMap<BlockNo, BlockContent> wanted = Wanted.withKeys(Wanted.of(dump), filler(keyA), filler(keyB));
        List<ClassicKey> tried = KeyList.join(keys.search(context), keysOf(dump));
        try (TargetCard card = TargetCard.open(context, typeId)) {
            Dump target = card.read(card.type().sectors(), tried, keys.remembering());
            PlanOptions touched =
                    new PlanOptions(trailers, block0, card.access().newSession().changesValues());
            return new PlanExecution(context, "classic restore", options)
                    .run(
                            card,
                            new WritePlanner(card.uid(), target, touched)
                                    .stage(wanted)
                                    .plan());
        }
    }

    private Optional<ClassicKey> filler(@Nullable String text) throws NfcException {
        return text == null ? Optional.empty() : Optional.of(new ClassicKeys(context.terminal()).one(text));
    }

    /** A card that is written again has the dump's keys already. */
    private static List<ClassicKey> keysOf(Dump dump) {
        List<ClassicKey> found = new ArrayList<>();
        for (SectorNo sector : dump.type().sectors()) {
            for (KeyType type : KeyType.values()) {
                dump.key(sector, type).ifPresent(found::add);
            }
        }
        return found;
    }
}
