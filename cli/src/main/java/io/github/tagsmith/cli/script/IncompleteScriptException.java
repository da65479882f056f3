package io.github.tagsmith.cli.script;

/** A script that ends in the middle of something; more lines may complete it. */
final class IncompleteScriptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Says what is open.
     *
     * @param place where it was opened
     * @param missing what would close it
     */
    IncompleteScriptException(Place place, String missing) {
        super(missing);
        this.line = place.line();
    }

    int line() {
        return line;
    }
}
