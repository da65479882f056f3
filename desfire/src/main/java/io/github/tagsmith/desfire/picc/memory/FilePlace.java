package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.Comparator;

/**
 * Which file of the card.
 *
 * @param aid its application
 * @param file its number
 */
public record FilePlace(Aid aid, FileNo file) implements Comparable<FilePlace> {

    private static final Comparator<FilePlace> ORDER =
            Comparator.comparing(FilePlace::aid).thenComparing(FilePlace::file);

    @Override
    public int compareTo(FilePlace other) {
        return ORDER.compare(this, other);
    }
}
