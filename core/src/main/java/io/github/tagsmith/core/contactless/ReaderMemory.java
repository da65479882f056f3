package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.dialect.Dialect;
import java.util.HashMap;
import java.util.Map;

/** Remembers, for as long as the program runs, what has turned out about each reader. */
public final class ReaderMemory {

    private final Map<Known, Negotiation> negotiations = new HashMap<>();

    private record Known(String readerName, String dialectId) {}

    /** Remembers nothing yet. */
    public ReaderMemory() {}

    /**
     * What is known of a reader; what turns out later is added there.
     *
     * @param readerName its name
     * @param dialect the dialect it is spoken to in
     * @return the same object for the same reader and dialect
     */
    public synchronized Negotiation of(String readerName, Dialect dialect) {
        return negotiations.computeIfAbsent(new Known(readerName, dialect.id()), known -> new Negotiation(dialect));
    }
}
