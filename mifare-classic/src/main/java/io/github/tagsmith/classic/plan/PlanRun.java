package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries a plan out. Each step is read back before the next; where one fails, the rest of its sector is left alone, its
 * trailer above all. When the card leaves, the report says what is written, what is not, and what may be.
 */
public final class PlanRun {

    private final CardAccess card;
    private final Consumer<BlockReport> progress;
    private final List<BlockReport> reports = new ArrayList<>();
    private final Map<SectorNo, WriteStep> failed = new HashMap<>();
    private Optional<NfcException> interruption = Optional.empty();
    private final ReadBack readBack;
    private ClassicSession session;

    /**
     * A run that is about to begin.
     *
     * @param card the card
     * @param progress told of every step when it is over
     */
    public PlanRun(CardAccess card, Consumer<BlockReport> progress) {
        this.card = card;
        this.progress = progress;
        this.readBack = new ReadBack(card);
        this.session = card.newSession();
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
        if (result.outcome() != Outcome.WRITTEN && step.kind() != WriteStep.Kind.MANUFACTURER) {
            failed.putIfAbsent(step.block().sector(), step);
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
        if (interruption.isPresent()) {
            return new Result(Outcome.NOT_SENT, "the card was gone");
        }
        WriteStep before = failed.get(step.block().sector());
        if (before != null) {
            return new Result(Outcome.NOT_SENT, "block " + before.block() + " of the same sector failed");
        }
        Outcome whenGone = Outcome.NOT_SENT;
        try {
            if (!authenticate(step)) {
                return new Result(Outcome.REFUSED, "key " + step.keyType() + " does not open the sector any more");
            }
            whenGone = Outcome.UNCERTAIN;
            if (!write(step)) {
                return new Result(Outcome.REFUSED, "the card refused the write");
            }
            whenGone = Outcome.NOT_READ_BACK;
            return step.block().isTrailer() ? trailer(step, promised) : readBack.data(session, step);
        } catch (NfcException e) {
            interruption = Optional.of(e);
            return new Result(whenGone, e.getMessage());
        }
    }

    private Result trailer(WriteStep step, SectorState promised) throws NfcException {
        session = card.newSession();
        return readBack.trailer(session, step, promised);
    }

    /** A key that is known to be right and fails means a card that wants to be woken up; it is done once. */
    private boolean authenticate(WriteStep step) throws NfcException {
        if (session.authenticate(step.block(), step.keyType(), step.key())) {
            return true;
        }
        card.reactivate();
        session = card.newSession();
        return session.authenticate(step.block(), step.keyType(), step.key());
    }

    private boolean write(WriteStep step) throws NfcException {
        return switch (step.kind()) {
            case INCREMENT -> session.increment(step.block(), step.operand());
            case DECREMENT -> session.decrement(step.block(), step.operand());
            case COPY -> session.copy(new BlockNo(step.operand()), step.block());
            default -> session.write(step.block(), step.data());
        };
    }
}
