package io.github.tagsmith.cli.readers;

/**
 * What {@code doctor} found at one place.
 *
 * @param check what was looked at
 * @param state whether it is well
 * @param message what was found
 * @param advice what to do; empty if nothing
 */
record Finding(String check, State state, String message, String advice) {

    /** How it is. */
    enum State {
        /** As it should be. */
        OK,
        /** May be in the way of some readers or commands. */
        NOTE,
        /** In the way. */
        PROBLEM
    }

    static Finding ok(String check, String message) {
        return new Finding(check, State.OK, message, "");
    }

    static Finding note(String check, String message, String advice) {
        return new Finding(check, State.NOTE, message, advice);
    }

    static Finding problem(String check, String message, String advice) {
        return new Finding(check, State.PROBLEM, message, advice);
    }
}
