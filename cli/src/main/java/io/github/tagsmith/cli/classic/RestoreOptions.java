package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.KeyList;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.Wanted;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a dump is put on a card, and with which keys where the dump lacks them. */
final class RestoreOptions {

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

    RestoreOptions() {}

    /** Reads the card and plans; a card that is written again has the dump's keys already, so they are tried too. */
    WritePlan plan(CommandContext context, TargetCard card, Dump dump, List<ClassicKey> keys, boolean remembering)
            throws NfcException {
        SortedMap<BlockNo, BlockContent> wanted =
                Wanted.withKeys(Wanted.of(dump), filler(context, keyA), filler(context, keyB));
        Dump target = card.read(KeyList.join(keys, dump.keys().distinct()), remembering);
        PlanOptions touched =
                new PlanOptions(trailers, block0, card.access().newSession().changesValues());
        return new WritePlanner(card.uid(), target, touched).stage(wanted).plan();
    }

    private static Optional<ClassicKey> filler(CommandContext context, @Nullable String text) throws NfcException {
        return text == null ? Optional.empty() : Optional.of(new ClassicKeys(context.terminal()).one(text));
    }
}
