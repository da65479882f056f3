package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.BlockNo;

/**
 * What became of a step.
 *
 * @param block the block
 * @param kind what was to be written
 * @param outcome what became of it
 * @param reason why, where it is not as promised; else empty
 */
public record BlockReport(BlockNo block, WriteStep.Kind kind, Outcome outcome, String reason) {

    /** What became of a step. */
    public enum Outcome {
        /** Written, and read back as promised. */
        WRITTEN,
        /** The card said that it was written; nobody could look. */
        NOT_READ_BACK,
        /** Written, but read back differently. */
        DIFFERS,
        /** The card refused. */
        REFUSED,
        /** Sent, but not answered: it may be written or not, and a trailer may be half written. */
        UNCERTAIN,
        /** Not sent. */
        NOT_SENT
    }
}
