package io.github.tagsmith.desfire.transfer;

/** Told how far a transfer is. */
@FunctionalInterface
public interface TransferProgress {

    /** Tells nobody. */
    TransferProgress NONE = (done, all) -> {};

    /**
     * One more part has travelled.
     *
     * @param done bytes of the content so far; fewer than before where a form was refused and another one begins
     * @param all bytes of the content
     */
    void at(int done, int all);
}
