package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code classic mad remove}. */
@Command(
        name = "remove",
        description = {"Take sectors back from their application. What is in them stays."},
        footer = {"%nExample:", "  tagsmith classic mad remove 3 4 5"})
public final class MadRemoveCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "SECTOR",
            index = "0..*",
            arity = "1..*",
            converter = SectorConverter.class,
            description = "The sectors.")
    private List<SectorNo> sectors = new ArrayList<>();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public MadRemoveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context)) {
            MadCard directory = MadCard.read(card, keys.search(context), keys.remembering());
            Mad mad = directory.mad();
            for (SectorNo sector : sectors) {
                directory.requireSector(sector);
                mad = mad.with(sector, MadAid.FREE);
            }
            return new PlanExecution(context, "classic mad remove", options)
                    .run(card, directory.plan(mad, Bytes.EMPTY));
        }
    }
}
