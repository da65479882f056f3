package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic mad add}. */
@Command(
        name = "add",
        description = {"Give sectors to an application; on a card without a directory, make one."},
        footer = {
            "%nExamples:",
            "  tagsmith classic mad add 4811 3 4 5",
            "  tagsmith classic mad add 0004 2 --publisher 3"
        })
public final class MadAddCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "AID", index = "0", description = "Four hex digits, the function cluster first.")
    private String aid = "";

    @Parameters(
            paramLabel = "SECTOR",
            index = "1..*",
            arity = "1..*",
            converter = SectorConverter.class,
            description = "The sectors.")
    private List<SectorNo> sectors = new ArrayList<>();

    @Option(
            names = "--publisher",
            paramLabel = "SECTOR",
            converter = SectorConverter.class,
            description = "The card publisher's sector; 0 for none.")
    @Nullable
    private SectorNo publisher;

    @Option(
            names = "--key-b",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "Key B of a directory that is made anew (default: FFFFFFFFFFFF).")
    private String keyB = "default";

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public MadAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        Bytes code = Bytes.fromHex(aid);
        if (code.length() != 2) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "an AID has four hex digits, not \"" + aid + "\"");
        }
        ClassicKey second = new ClassicKeys(context.terminal()).one(keyB);
        try (TargetCard card = TargetCard.open(context)) {
            MadCard directory = MadCard.read(card, keys.search(context), keys.remembering());
            Mad mad = directory.madOrEmpty();
            for (SectorNo sector : sectors) {
                directory.requireSector(sector);
                mad = mad.with(sector, new MadAid((int) code.toUnsignedBigEndian()));
            }
            if (publisher != null) {
                mad = mad.withPublisher(Optional.of(publisher).filter(sector -> sector.value() != 0));
            }
            return new PlanExecution(context, "classic mad add", options)
                    .run(card, directory.plan(mad, second.reveal()));
        }
    }
}
