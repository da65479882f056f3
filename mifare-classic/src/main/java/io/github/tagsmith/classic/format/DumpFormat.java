package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;

/** A format of dump files. */
public interface DumpFormat {

    /**
     * Its name on the command line.
     *
     * @return for instance {@code mfd}
     */
    String id();

    /**
     * The endings its files have, without the dot.
     *
     * @return the usual one first
     */
    List<String> endings();

    /**
     * Whether a file looks like one of this format, so that its errors are worth reporting as errors of this format.
     *
     * @param content the file
     * @return true if it does; it may be damaged all the same
     */
    boolean recognises(Bytes content);

    /**
     * Whether a card of this size can be written.
     *
     * @param type the size
     * @return true if so; false for every size if the format is only read
     */
    default boolean canHold(ClassicType type) {
        return true;
    }

    /**
     * What the file says of its own format, where it has versions.
     *
     * @param content the file
     * @return for instance {@code mfc v2}
     * @throws NfcException {@code MALFORMED_INPUT} with the offset or line
     */
    default Optional<String> variant(Bytes content) throws NfcException {
        return Optional.empty();
    }

    /**
     * Reads a file.
     *
     * @param content the file
     * @return the dump
     * @throws NfcException {@code MALFORMED_INPUT} with the offset or line
     */
    Dump read(Bytes content) throws NfcException;

    /**
     * Writes a file.
     *
     * @param dump the dump, of a size that {@link #canHold can be written}
     * @return its content, and what it cannot say
     */
    Encoded write(Dump dump);

    /**
     * A written file.
     *
     * @param content its bytes
     * @param losses what the format cannot express of this dump, a sentence each
     */
    record Encoded(Bytes content, List<String> losses) {

        /**
         * Copies the list.
         *
         * @param content its bytes
         * @param losses what the format cannot express of this dump, a sentence each
         */
        public Encoded {
            losses = List.copyOf(losses);
        }
    }
}
