package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.KeyForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has turned out about one reader beyond its dialect: which of several forms it answers. */
public final class Negotiation {

    private static final String OLD_AUTHENTICATE = "old-authenticate";
    private static final String SINGLE_BLOCKS = "single-blocks";

    private final Dialect dialect;
    private KeyForms keys;
    private Optional<StatusWord> refusal = Optional.empty();
    private boolean oldAuthenticate;
    private boolean manyBlocksRefused;

    /**
     * Nothing has turned out yet: everything is as the dialect says.
     *
     * @param dialect the reader's dialect
     */
    public Negotiation(Dialect dialect) {
        this.dialect = dialect;
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

    /** The reader refused the dialect's key commands with a status word, and took those that stand for it. */
    synchronized void use(StatusWord refused, KeyForms accepted) {
        refusal = Optional.of(refused);
        keys = accepted;
    }

    synchronized void useOldAuthenticate() {
        oldAuthenticate = true;
    }

    synchronized void refuseManyBlocks() {
        manyBlocksRefused = true;
    }

    /**
     * What has turned out, as words.
     *
     * @return the status word that led to other key commands, {@code old-authenticate}, {@code single-blocks}; empty if
     *     nothing has
     */
    synchronized List<String> words() {
        List<String> words = new ArrayList<>();
        refusal.ifPresent(sw -> words.add(sw.toString()));
        if (oldAuthenticate) {
            words.add(OLD_AUTHENTICATE);
        }
        if (manyBlocksRefused) {
            words.add(SINGLE_BLOCKS);
        }
        return words;
    }

    /** Takes over what turned out earlier; a word that means nothing to the dialect any more is passed over. */
    synchronized void recall(List<String> words) {
        oldAuthenticate = words.contains(OLD_AUTHENTICATE);
        manyBlocksRefused = words.contains(SINGLE_BLOCKS);
        dialect.retries().forEach((sw, forms) -> {
            if (words.contains(sw.toString())) {
                use(sw, forms);
            }
        });
    }
}
