package io.github.tagsmith.classic.plan;

/** How much the user has agreed to. */
public enum Consent {
    /** To the write. */
    ORDINARY(Finding.Weight.STAYS),
    /** To losses that can be made good. */
    FORCED(Finding.Weight.RECOVERABLE),
    /** To losses for good, by typing the UID. */
    UID_TYPED(Finding.Weight.IRREVERSIBLE);

    private final Finding.Weight most;

    Consent(Finding.Weight most) {
        this.most = most;
    }

    /**
     * Whether it goes as far as a finding demands.
     *
     * @param finding the finding
     * @return true if so
     */
    public boolean covers(Finding finding) {
        return finding.weight().compareTo(most) <= 0;
    }
}
