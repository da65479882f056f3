package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.classic.plan.WriteStep.Kind;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries a plan out. Each step is read back before the next; where one fails, the rest of its sector is left alone, its
 * trailer above all. When the card leaves, or the run is called off, the report says what is written, what is not, and what
 * may be.
 */
public final class PlanRun {

    private final TargetSession session;
    private final ReadBack readBack;
    private final Consumer<BlockReport> progress;
    private final Cancellation cancellation;
    private final List<BlockReport> reports = new ArrayList<>();
    private final Map<SectorNo, WriteStep> failed = new HashMap<>();
    private final Set<SectorNo> opened = new HashSet<>();
    private Optional<NfcException> interruption = Optional.empty();

    /**
     * A run that is about to begin.
     *
     * @param card the card
     * @param progress told of every step when it is over
     * @param cancellation asked before every step; a step that has begun is finished and read back
     */
    public PlanRun(CardAccess card, Consumer<BlockReport> progress, Cancellation cancellation) {
        this.session = new TargetSession(card);
        this.readBack = new ReadBack(session);
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /**
     * Writes.
     *
     * @param plan the plan
     * @param consent how much the user has agreed to
     * @return what became of each step
     * @throws NfcException {@code UNSAFE}, before anything is sent, if the plan would lose what nobody agreed to
     */
    public WriteReport execute(WritePlan plan, Consent consent) throws NfcException {
        Optional<Finding> refusal = plan.refusal(consent);
        if (refusal.isPresent()) {
            Finding worst = refusal.get();
            throw new NfcException(ErrorKind.UNSAFE, "block " + worst.block() + ": " + worst.sentence());
        }
        Simulation paper = new Simulation(plan.before());
        for (WriteStep step : plan.steps()) {
            paper.apply(step);
            report(step, run(step, paper.sector(step.block().sector())));
        }
        return new WriteReport(reports, interruption);
    }

    private void report(WriteStep step, Result result) {
        if (result.outcome() != Outcome.WRITTEN && step.kind() != Kind.MANUFACTURER) {
            failed.putIfAbsent(step.block().sector(), step);
        }
        if (step.kind() == Kind.OPEN && result.outcome() != Outcome.NOT_SENT) {
            opened.add(step.block().sector());
        }
        BlockReport report = new BlockReport(step.block(), step.kind(), result.outcome(), result.reason());
        reports.add(report);
        progress.accept(report);
    }

    /** What became of a step, and why. */
    record Result(Outcome outcome, String reason) {

        static final Result WRITTEN = new Result(Outcome.WRITTEN, "");
    }

    private Result run(WriteStep step, SectorState promised) {
        WriteStep before = failed.get(step.block().sector());
        if (interruption.isEmpty() && before != null) {
            return notSent(step, "block " + before.block() + " of the same sector failed");
        }
        if (interruption.isPresent()) {
            boolean calledOff = interruption.get().kind() == ErrorKind.CANCELLED;
            return notSent(step, calledOff ? "interrupted before it" : "the card was gone");
        }
        Outcome whenGone = Outcome.NOT_SENT;
        try {
            cancellation.check();
            if (!session.authenticate(step.block(), step.keyType(), step.key())) {
                return new Result(Outcome.REFUSED, "key " + step.keyType() + " does not open the sector any more");
            }
            whenGone = Outcome.UNCERTAIN;
            if (!session.send(step)) {
                return new Result(Outcome.REFUSED, "the card refused the write");
            }
            whenGone = Outcome.NOT_READ_BACK;
            return step.block().isTrailer() ? readBack.trailer(step, promised) : readBack.data(step);
        } catch (NfcException e) {
            interruption = Optional.of(e);
            return whenGone == Outcome.NOT_SENT ? notSent(step, e.getMessage()) : new Result(whenGone, e.getMessage());
        }
    }

    /** A sector that was opened for its data stays open without its last write, and whoever holds the card should know. */
    private Result notSent(WriteStep step, String why) {
        boolean staysOpen =
                step.kind() == Kind.TRAILER && opened.contains(step.block().sector());
        return new Result(
                Outcome.NOT_SENT,
                staysOpen
                        ? why + "; sector " + step.block().sector() + " stays open, with transport access bits"
                        : why);
    }
}
