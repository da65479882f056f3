package io.github.tagsmith.desfire.observer;

/** What is to be said of a command or an answer. */
public enum Verdict {
    /** Its MAC or checksum is right. */
    RIGHT("ok"),
    /** It has neither. */
    UNPROTECTED("-"),
    /** Its MAC or checksum is wrong. */
    WRONG("WRONG"),
    /** There should be one, but it cannot be checked: the session's keys or its state are not known. */
    UNKNOWN("?");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** One word for people. */
    @Override
    public String toString() {
        return label;
    }
}
