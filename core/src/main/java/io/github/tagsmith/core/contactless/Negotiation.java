package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.KeyForms;

/** What has turned out about one reader beyond its dialect: which of several forms it answers. */
public final class Negotiation {

    private KeyForms keys;
    private boolean oldAuthenticate;
    private boolean manyBlocksRefused;

    /**
     * Nothing has turned out yet: everything is as the dialect says.
     *
     * @param dialect the reader's dialect
     */
    public Negotiation(Dialect dialect) {
        this.keys = dialect.keys();
    }

    /**
     * The key commands in use.
     *
     * @return the dialect's, or those that the reader accepted instead
     */
    public synchronized KeyForms keys() {
        return keys;
    }

    /**
     * Whether the old authenticate is in use.
     *
     * @return true if the reader refused the new one and took the old one
     */
    public synchronized boolean oldAuthenticate() {
        return oldAuthenticate;
    }

    /**
     * Whether reads of several blocks are refused.
     *
     * @return true if the first one was
     */
    public synchronized boolean manyBlocksRefused() {
        return manyBlocksRefused;
    }

    synchronized void use(KeyForms accepted) {
        keys = accepted;
    }

    synchronized void useOldAuthenticate() {
        oldAuthenticate = true;
    }

    synchronized void refuseManyBlocks() {
        manyBlocksRefused = true;
    }
}
