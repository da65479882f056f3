package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;

/**
 * What a key file says.
 *
 * @param keys its keys in order, with repetitions
 * @param sectors which sector they belong to, where the file says so
 * @param badLines the numbers of lines that are no key, which some programs skip and others reject the file for
 */
public record KeyFile(List<ClassicKey> keys, Optional<SectorKeys> sectors, List<Integer> badLines) {

    /**
     * Copies the lists.
     *
     * @param keys its keys in order, with repetitions
     * @param sectors which sector they belong to, where the file says so
     * @param badLines the numbers of lines that are no key
     */
    public KeyFile {
        keys = List.copyOf(keys);
        badLines = List.copyOf(badLines);
    }

    /**
     * Keys by sector.
     *
     * @param sectors the keys
     * @return a file with them
     */
    public static KeyFile of(SectorKeys sectors) {
        return new KeyFile(sectors.known(), Optional.of(sectors), List.of());
    }

    /**
     * The keys of a dump.
     *
     * @param dump the dump
     * @return a file with them
     */
    public static KeyFile of(Dump dump) {
        return of(SectorKeys.of(dump));
    }

    /**
     * The keys of a file without a bad line.
     *
     * @return its keys
     * @throws NfcException {@code MALFORMED_INPUT} with the first bad line
     */
    public List<ClassicKey> strict() throws NfcException {
        if (!badLines.isEmpty()) {
            throw NfcException.malformed("line " + badLines.get(0) + ": not a key, which is 12 hexadecimal digits");
        }
        return keys;
    }
}
