package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.ndef.NdefContent;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code classic ndef format}. */
@Command(
        name = "format",
        description = {
            "Prepare a card for NDEF: NFC sectors with an empty message, and the directory that names them, last.",
            "Sectors of other applications are left alone."
        },
        footer = {"%nExamples:", "  tagsmith classic ndef format", "  tagsmith classic ndef format --key-b @issuer.keys"
        })
public final class NdefFormatCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--key-b",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "Key B of all sectors afterwards (default: FFFFFFFFFFFF).")
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
    public NdefFormatCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        ClassicKey second = new ClassicKeys(context.terminal()).one(keyB);
        try (TargetCard card = TargetCard.open(context)) {
            Dump known = card.read(keys.search(context), keys.remembering());
            Mad mad = known.mad().orElseGet(() -> Mad.empty(card.type()));
            List<SectorNo> sectors = NdefContent.available(card.type(), mad);
            if (sectors.isEmpty()) {
                throw new NfcException(ErrorKind.REFUSED, "the directory has no sector left for NDEF");
            }
            WritePlan plan = new WritePlanner(card.uid(), known, PlanOptions.TRAILERS)
                    .stage(NdefContent.sectors(sectors, second))
                    .stage(NdefContent.directory(mad, sectors, second))
                    .plan();
            return new PlanExecution(context, "classic ndef format", options).run(card, plan, true);
        }
    }
}
