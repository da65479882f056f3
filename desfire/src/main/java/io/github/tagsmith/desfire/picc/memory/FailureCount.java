package io.github.tagsmith.desfire.picc.memory;

/**
 * Failed authentications of a key (AN12196, failed authentications counter: TotFailCtr and SeqFailCtr).
 *
 * @param total how many, less what good ones took off
 * @param inARow how many since the last good one, at most 255
 */
public record FailureCount(int total, int inARow) {

    /** None. */
    public static final FailureCount NONE = new FailureCount(0, 0);

    /** The most that are counted in a row. */
    public static final int MOST_IN_A_ROW = 255;

    /**
     * After one more.
     *
     * @return the higher count
     */
    public FailureCount failed() {
        return new FailureCount(total + 1, Math.min(MOST_IN_A_ROW, inARow + 1));
    }

    /**
     * After a good authentication.
     *
     * @param decrement what it takes off
     * @return the lower count
     */
    public FailureCount succeeded(int decrement) {
        return new FailureCount(Math.max(0, total - decrement), 0);
    }
}
