package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.LockRisk;

/**
 * Something to know before a plan is carried out.
 *
 * @param block the block it is about
 * @param weight what follows from it
 * @param sentence what it is
 */
public record Finding(BlockNo block, Weight weight, String sentence) {

    /** What follows from a finding. */
    public enum Weight {
        /** Nothing. */
        NOTE,
        /** The block stays as it is: the outcome is partial. */
        STAYS,
        /** Something is lost until the access bits are written again: only with consent. */
        RECOVERABLE,
        /** Something is lost for good: only if the card's UID is typed. */
        IRREVERSIBLE,
        /** It is not done. */
        FORBIDDEN
    }

    static Finding of(BlockNo block, LockRisk risk) {
        Weight weight = switch (risk.severity()) {
            case NOTE -> Weight.NOTE;
            case RECOVERABLE -> Weight.RECOVERABLE;
            case IRREVERSIBLE -> Weight.IRREVERSIBLE;
            case FORBIDDEN -> Weight.FORBIDDEN;
        };
        return new Finding(block, weight, risk.sentence());
    }
}
