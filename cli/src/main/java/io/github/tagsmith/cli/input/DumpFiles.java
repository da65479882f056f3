package io.github.tagsmith.cli.input;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.DumpFormat;
import io.github.tagsmith.classic.format.DumpFormats;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;

/** Dump files by path; errors name the file. */
public final class DumpFiles {

    private DumpFiles() {}

    /**
     * A file that was recognised.
     *
     * @param format its format
     * @param dump what is in it
     */
    public record DumpFile(DumpFormat format, Dump dump) {}

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
        Bytes content = FileContent.read(file, DumpFormats.MAX_FILE_SIZE);
        try {
            DumpFormat format = DumpFormats.recognise(content);
            return new DumpFile(format, format.read(content));
        } catch (NfcException e) {
            throw new NfcException(e.kind(), file + ": " + e.getMessage()).withCause(e);
        }
    }
}
