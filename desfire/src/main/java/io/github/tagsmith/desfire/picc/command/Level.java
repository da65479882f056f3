package io.github.tagsmith.desfire.picc.command;

/** What must be selected for a command. */
enum Level {
    /** The card itself. */
    CARD,
    /** An application. */
    APPLICATION,
    /** Either. */
    ANY;

    boolean allows(boolean cardLevel) {
        return this == ANY || (this == CARD) == cardLevel;
    }
}
