package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.classic.plan.Consent;
import io.github.tagsmith.classic.plan.Finding;
import io.github.tagsmith.classic.plan.PlanRun;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WriteReport;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.ProgressLine;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a plan, asks where that is due, carries it out, and tells the outcome by the exit status. */
final class PlanExecution {

    private final CommandContext context;
    private final String command;
    private final WriteOptions options;

    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

    PlanExecution(CommandContext context, String command, WriteOptions options) {
        this.context = context;
        this.command = command;
        this.options = options;
    }

    /** Something else that programs are told. */
    PlanExecution with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    int run(TargetCard card, WritePlan plan) throws NfcException {
        return run(card, plan, touchesKeys(plan));
    }

    /** With or without a question first. */
    int run(TargetCard card, WritePlan plan, boolean asking) throws NfcException {
        if (options.dryRun()) {
            context.output().show(report(card, plan, Optional.empty()));
            return refused(plan) ? ExitCode.UNSAFE.status() : ExitCode.OK.status();
        }
        Consent consent = consent(card, plan);
        if (asking && !plan.steps().isEmpty()) {
            context.confirmation()
                    .to("Write " + plan.steps().size() + " blocks of the card "
                            + card.uid().toHex() + (touchesKeys(plan) ? ", keys or block 0 among them?" : "?"));
        }
        try (CallOff callOff = new CallOff(context, "the block that is being written is finished")) {
            WriteReport report = written(card, plan, consent, callOff);
            card.connection().save();
            card.rememberWritten(plan, report);
            context.output().show(report(card, plan, Optional.of(report)));
            report.interruption().ifPresent(why -> context.output().note("tagsmith: " + why.getMessage()));
            return outcome(plan, report).status();
        }
    }

    private WriteReport written(TargetCard card, WritePlan plan, Consent consent, CallOff callOff) throws NfcException {
        ProgressLine shown = context.progress("blocks written");
        int[] done = {0};
        return new PlanRun(
                        card.access(),
                        block -> shown.accept(++done[0], plan.steps().size()),
                        callOff.cancellation())
                .execute(plan, consent);
    }

    private PlanReport report(TargetCard card, WritePlan plan, Optional<WriteReport> done) {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("command", command);
        head.put("card", card.json());
        head.putAll(facts);
        return new PlanReport(head, plan, done, card.exchanges());
    }

    private boolean refused(WritePlan plan) {
        return plan.refusal(options.force() ? Consent.FORCED : Consent.ORDINARY).isPresent();
    }

    private static boolean touchesKeys(WritePlan plan) {
        return plan.steps().stream()
                .anyMatch(step -> step.block().isTrailer() || step.kind() == WriteStep.Kind.MANUFACTURER);
    }

    private Consent consent(TargetCard card, WritePlan plan) throws NfcException {
        Consent given = options.force() ? Consent.FORCED : Consent.ORDINARY;
        Optional<Finding> refusal = plan.refusal(given);
        if (refusal.isEmpty()) {
            return given;
        }
        Finding worst = refusal.get();
        String sentence = "block " + worst.block() + ": " + worst.sentence();
        boolean typed = options.force()
                && plan.refusal(Consent.UID_TYPED).isEmpty()
                && (card.uid().toHex().equalsIgnoreCase(options.confirmedUid())
                        || context.confirmation().uidTyped(card.uid(), sentence));
        if (!typed) {
            throw new NfcException(ErrorKind.UNSAFE, sentence + "; nothing was written").withHint(hint(worst));
        }
        return Consent.UID_TYPED;
    }

    private static String hint(Finding finding) {
        return switch (finding.weight()) {
            case RECOVERABLE -> "--force writes it all the same";
            case IRREVERSIBLE ->
                "--force writes it all the same, when the card's UID is typed or given with --confirm-uid";
            default -> "There is no option for that";
        };
    }

    private static ExitCode outcome(WritePlan plan, WriteReport report) {
        if (report.count(Outcome.DIFFERS) > 0) {
            return ExitCode.UNSAFE;
        }
        if (report.interruption().isPresent()
                && report.count(Outcome.NOT_SENT) == plan.steps().size()) {
            return ExitCode.of(report.interruption().get().kind());
        }
        return report.isComplete() && plan.isComplete() ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
