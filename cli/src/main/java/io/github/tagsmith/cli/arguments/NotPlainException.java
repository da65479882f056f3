package io.github.tagsmith.cli.arguments;

/** A command line that is not understood here; picocli understands it, or says what is wrong. */
public final class NotPlainException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * An exception without a stack trace: it is no error.
     *
     * @param why what was not understood
     */
    public NotPlainException(String why) {
        super(why, null, false, false);
    }
}
