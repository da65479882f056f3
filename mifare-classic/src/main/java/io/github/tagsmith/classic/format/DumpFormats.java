package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats there are. Files are known by their content; an ending only chooses the format that is written. */
public final class DumpFormats {

    /** More than any dump file has: what is longer is no dump. */
    public static final int MAX_FILE_SIZE = 1 << 20;

    /** Asked in this order whether a file is theirs: texts before the raw image, which only looks at the size. */
    private static final List<DumpFormat> FORMATS = List.of(new EmlFormat(), new RawImageFormat());

    private static final DumpFormat RAW = new RawImageFormat();

    private DumpFormats() {}

    /**
     * All formats.
     *
     * @return in the order in which content is recognised
     */
    public static List<DumpFormat> all() {
        return FORMATS;
    }

    /**
     * A format by name.
     *
     * @param id as {@link DumpFormat#id}
     * @return the format, if there is one
     */
    public static Optional<DumpFormat> ofId(String id) {
        return FORMATS.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The format whose files have an ending.
     *
     * @param fileName a file name
     * @return the format, if the ending is known
     */
    public static Optional<DumpFormat> ofFileName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> format.endings().contains(ending))
                .findFirst();
    }

    /**
     * The format of a file.
     *
     * @param content the file
     * @return the format whose content this is; the raw image if nothing fits, whose error then names the sizes
     * @throws NfcException {@code MALFORMED_INPUT} if the file is empty
     */
    public static DumpFormat recognise(Bytes content) throws NfcException {
        if (content.isEmpty()) {
            throw NfcException.malformed("the file is empty (ends at offset 0)");
        }
        return FORMATS.stream()
                .filter(format -> format.recognises(content))
                .findFirst()
                .orElse(RAW);
    }

    /**
     * Reads a file of any format.
     *
     * @param content the file
     * @return the dump
     * @throws NfcException {@code MALFORMED_INPUT} with the offset or line
     */
    public static Dump read(Bytes content) throws NfcException {
        return recognise(content).read(content);
    }
}
