package io.github.tagsmith.cli.input;

/**
 * What a command of a script left at its connection for the next one.
 *
 * @param state what it left
 * @param since what happened to the card since
 * @param <T> the kind of it
 */
public record Handover<T>(T state, Since since) {

    /** What happened to the card. */
    public enum Since {
        /** Nothing: it is as it was left. */
        NOTHING,
        /** Other commands were sent to it. */
        OTHER_COMMANDS,
        /** It was taken away, or somebody else reset it; it may be another card. */
        NEW_CONNECTION
    }
}
