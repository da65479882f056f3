package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.SectorReading;
import io.github.tagsmith.classic.plan.Wanted;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic acl set}. */
@Command(
        name = "set",
        description = {
            "Change the access bits of a sector.",
            "The keys stay; a key B that cannot be read is given with --key-b, or a new one is set with it."
        },
        footer = {
            "%nExamples:",
            "  tagsmith classic acl set 2 mad --key default --key-b B0B1B2B3B4B5",
            "  tagsmith classic acl set 2 FF0780 --key B0B1B2B3B4B5 --type B --key-a default"
        })
public final class AclSetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "SECTOR", index = "0", converter = SectorConverter.class, description = "The sector.")
    private SectorNo sector = new SectorNo(0);

    @Parameters(paramLabel = "BITS", index = "1", description = "3 bytes, 4 with GPB, or a name as in acl encode.")
    private String bits = "";

    @Option(names = "--key-a", paramLabel = "KEY", description = "Key A afterwards (default: as it is).")
    @Nullable
    private String keyA;

    @Option(names = "--key-b", paramLabel = "KEY", description = "Key B afterwards (default: as it is).")
    @Nullable
    private String keyB;

    @Mixin
    private KeyChoice choice = new KeyChoice();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AclSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        Bytes access = AclText.bytes(bits);
        BlockNo block = sector.trailer();
        try (TargetCard card = TargetCard.open(context)) {
            Dump known = new SectorReading(card.access(), choice.type(), choice.key(context)).read(sector, List.of());
            BlockContent trailer = known.block(block).with(SectorTrailer.ACCESS, access);
            trailer = with(trailer, SectorTrailer.KEY_A, keyA);
            trailer = with(trailer, SectorTrailer.KEY_B, keyB);
            if (!trailer.isComplete()) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "a trailer is written whole, and one of its keys or its general purpose byte is not known");
            }
            WritePlan plan = new WritePlanner(card.uid(), known, PlanOptions.TRAILERS)
                    .stage(Wanted.block(block, trailer.bytes()))
                    .plan();
            return new PlanExecution(context, "classic acl set", options).run(card, plan);
        }
    }

    private BlockContent with(BlockContent trailer, int offset, @Nullable String key) throws NfcException {
        return key == null
                ? trailer
                : trailer.with(
                        offset, new ClassicKeys(context.terminal()).one(key).reveal());
    }
}
