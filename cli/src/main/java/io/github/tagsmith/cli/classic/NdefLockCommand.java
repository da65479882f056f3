package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.classic.ndef.NdefContent;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code classic ndef lock}. */
@Command(
        name = "lock",
        description = {
            "Make NDEF read-only, for good: access bits 078F0F and general purpose byte 43" + " in each NFC sector."
        },
        footer = {"%nExample:", "  tagsmith classic ndef lock --force"})
public final class NdefLockCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public NdefLockCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context)) {
            Dump known = card.read(keys.search(context), keys.remembering());
            NdefArea area = NdefArea.of(known)
                    .orElseThrow(() -> new NfcException(ErrorKind.REFUSED, "the card has no NFC sectors"));
            WritePlan plan = new WritePlanner(card.uid(), known, PlanOptions.TRAILERS)
                    .stage(NdefContent.readOnly(known, area.sectors()))
                    .plan();
            return new PlanExecution(context, "classic ndef lock", options).run(card, plan);
        }
    }
}
