package io.github.tagsmith.classic.model;

/**
 * Something that the write of a trailer would take away.
 *
 * @param severity how bad it is
 * @param sentence what would be lost
 */
public record LockRisk(Severity severity, String sentence) {

    /** How bad a loss is, in ascending order. */
    public enum Severity {
        /** Nothing is lost, but it is worth a look. */
        NOTE,
        /** Lost, until somebody writes the access bits again. */
        RECOVERABLE,
        /** Lost for good. */
        IRREVERSIBLE,
        /** The card would never open the sector again; there is no use for that. */
        FORBIDDEN
    }
}
