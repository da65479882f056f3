package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a plan.
 *
 * @param blocks one report a step, in order
 * @param interruption why it ended early, if it did
 */
public record WriteReport(List<BlockReport> blocks, Optional<NfcException> interruption) {

    /**
     * Copies the list.
     *
     * @param blocks one report a step, in order
     * @param interruption why it ended early, if it did
     */
    public WriteReport {
        blocks = List.copyOf(blocks);
    }

    /**
     * How many steps came out a certain way.
     *
     * @param outcome the way
     * @return their number
     */
    public int count(Outcome outcome) {
        return (int) blocks.stream().filter(block -> block.outcome() == outcome).count();
    }

    /**
     * Whether everything was written and read back.
     *
     * @return true if so
     */
    public boolean isComplete() {
        return count(Outcome.WRITTEN) == blocks.size();
    }
}
