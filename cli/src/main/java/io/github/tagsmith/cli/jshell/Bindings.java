package io.github.tagsmith.cli.jshell;

import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What {@code reader} and {@code card} are in the shell. Its snippets are classes that are made while it runs: static methods are
 * all of this program that they can reach.
 */
public final class Bindings {

    private static @Nullable Reader reader;
    private static @Nullable Card card;

    private Bindings() {}

    static void bind(@Nullable Reader chosen, @Nullable Card connected) {
        reader = chosen;
        card = connected;
    }

    /**
     * The reader that {@code -r} names.
     *
     * @return it; null if there is none
     */
    public static @Nullable Reader reader() {
        return reader;
    }

    /**
     * A connection to its card.
     *
     * @return it; null without a card
     */
    public static @Nullable Card card() {
        return card;
    }
}
