package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** A format of key files. */
public interface KeyFileFormat {

    /**
     * Its name on the command line.
     *
     * @return for instance {@code keys}
     */
    String id();

    /**
     * What its files' names end with, the dot or dash included.
     *
     * @return the usual one first
     */
    List<String> endings();

    /**
     * Whether a file looks like one of this format.
     *
     * @param content the file
     * @return true if it does; it may be damaged all the same
     */
    boolean recognises(Bytes content);

    /**
     * Whether it says which sector a key belongs to, so that only keys by sector can be written.
     *
     * @return true if so
     */
    boolean bySector();

    /**
     * Reads a file.
     *
     * @param content the file
     * @return the keys
     * @throws NfcException {@code MALFORMED_INPUT} with the offset or line
     */
    KeyFile read(Bytes content) throws NfcException;

    /**
     * Writes a file.
     *
     * @param file the keys; by sector where {@link #bySector} says so
     * @return its content, and what it cannot say
     */
    Encoded write(KeyFile file);
}
