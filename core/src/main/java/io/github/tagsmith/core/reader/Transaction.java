package io.github.tagsmith.core.reader;

/** An exclusive section on a card; closing it ends it and leaves the card as it is. */
public interface Transaction extends AutoCloseable {

    /**
     * Ends the section.
     *
     * @param disposition what happens to the card
     */
    void end(Disposition disposition);

    @Override
    default void close() {
        end(Disposition.LEAVE);
    }
}
