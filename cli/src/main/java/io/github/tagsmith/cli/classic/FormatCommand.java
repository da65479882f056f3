package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.Wanted;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic format}. */
@Command(
        name = "format",
        description = {
            "Take a card back to the state of delivery.",
            "Data are zero then, keys FFFFFFFFFFFF, access bits FF0780. Block 0 stays."
        },
        footer = {"%nExample:", "  tagsmith classic format -k my.keys --dry-run"})
public final class FormatCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    @Mixin
    private CardTypeOption size = new CardTypeOption();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public FormatCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (TargetCard card = TargetCard.open(context, size)) {
            WritePlanner planner = new WritePlanner(
                    card.uid(), card.read(keys.search(context), keys.remembering()), PlanOptions.TRAILERS);
            return new PlanExecution(context, "classic format", options)
                    .run(card, planner.stage(Wanted.delivery(card.type())).plan(), true);
        }
    }
}
