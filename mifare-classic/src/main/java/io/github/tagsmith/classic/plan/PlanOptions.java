package io.github.tagsmith.classic.plan;

/**
 * What a plan may touch.
 *
 * @param trailers whether keys and access bits are written
 * @param block0 whether block 0 is written
 * @param valueCommands whether the reader can decrement
 */
public record PlanOptions(boolean trailers, boolean block0, boolean valueCommands) {

    /** Data blocks only. */
    public static final PlanOptions DATA = new PlanOptions(false, false, false);

    /** Data blocks and trailers. */
    public static final PlanOptions TRAILERS = new PlanOptions(true, false, false);

    /**
     * The same for a reader that can, or cannot, decrement.
     *
     * @param able whether it can
     * @return the changed options
     */
    public PlanOptions withValueCommands(boolean able) {
        return new PlanOptions(trailers, block0, able);
    }
}
