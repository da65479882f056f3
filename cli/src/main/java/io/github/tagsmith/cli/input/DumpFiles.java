package io.github.tagsmith.cli.input;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.DumpFormat;
import io.github.tagsmith.classic.format.DumpFormats;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.Optional;

/** Dump files by path; errors name the file. */
public final class DumpFiles {

    private DumpFiles() {}

    /**
     * A file that was recognised.
     *
     * @param format its format
     * @param variant what the file says of its own format, where it has versions
     * @param dump what is in it
     */
    public record DumpFile(DumpFormat format, Optional<String> variant, Dump dump) {}

    /**
     * Reads a dump of any format.
     *
     * @param file the file
     * @return the dump
     * @throws NfcException {@code FILE} or {@code MALFORMED_INPUT}
     */
    public static Dump read(Path file) throws NfcException {
        return open(file).dump();
    }

    /**
     * Reads a dump of any format.
     *
     * @param file the file
     * @return its format and the dump
     * @throws NfcException {@code FILE} or {@code MALFORMED_INPUT}
     */
    public static DumpFile open(Path file) throws NfcException {
        return open(file, FileContent.read(file, DumpFormats.MAX_FILE_SIZE));
    }

    /**
     * Understands the content of a file.
     *
     * @param file the file, for errors
     * @param content what is in it
     * @return its format and the dump
     * @throws NfcException {@code MALFORMED_INPUT}
     */
    public static DumpFile open(Path file, Bytes content) throws NfcException {
        try {
            DumpFormat format = DumpFormats.recognise(content);
            return new DumpFile(format, format.variant(content), format.read(content));
        } catch (NfcException e) {
            throw named(file, e);
        }
    }

    /**
     * The same error, which says what file it is about.
     *
     * @param file the file
     * @param error the error
     * @return of the same kind
     */
    public static NfcException named(Path file, NfcException error) {
        return new NfcException(error.kind(), file + ": " + error.getMessage()).withCause(error);
    }
}
