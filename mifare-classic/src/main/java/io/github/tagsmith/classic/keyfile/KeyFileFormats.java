package io.github.tagsmith.classic.keyfile;

import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.format.TextFile;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of key files there are, known by content. */
public final class KeyFileFormats {

    /** More than any list of keys has: what is longer is no key file. */
    public static final int MAX_FILE_SIZE = 16 << 20;

    private static final List<KeyFileFormat> FORMATS =
            List.of(new KeyTableFormat(), new KeyTextFormat(), new KeyBinaryFormat());

    private KeyFileFormats() {}

    /**
     * All formats.
     *
     * @return in the order in which content is recognised
     */
    public static List<KeyFileFormat> all() {
        return FORMATS;
    }

    /**
     * A format by name.
     *
     * @param id as {@link KeyFileFormat#id}
     * @return the format, if there is one
     */
    public static Optional<KeyFileFormat> ofId(String id) {
        return FORMATS.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The format whose files have such a name.
     *
     * @param fileName a file name
     * @return the format, if the ending is known
     */
    public static Optional<KeyFileFormat> ofFileName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /**
     * The format of a file.
     *
     * @param content the file
     * @return the format, if it is a key file
     */
    public static Optional<KeyFileFormat> recognise(Bytes content) {
        for (KeyFileFormat format : FORMATS) {
            if (format.recognises(content)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a key file; what looks like none is read as text, so that its first line is named.
     *
     * @param content the file
     * @return the keys
     * @throws NfcException {@code MALFORMED_INPUT} with the offset or line
     */
    public static KeyFile read(Bytes content) throws NfcException {
        TextFile.refuseUtf16(content);
        return recognise(content).orElseGet(KeyTextFormat::new).read(content);
    }

    /**
     * Writes a key file.
     *
     * @param file the keys
     * @param format the format
     * @return the file, and what it cannot say
     * @throws NfcException {@code INVALID_REQUEST} if the format wants to know the keys' sectors and nothing says them
     */
    public static Encoded write(KeyFile file, KeyFileFormat format) throws NfcException {
        if (format.bySector() && file.sectors().isEmpty()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "the format " + format.id() + " has keys by sector; a list does not say where its keys belong");
        }
        return format.write(file);
    }
}
