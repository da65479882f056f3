package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats there are. Files are known by their content; an ending only chooses the format that is written. */
public final class DumpFormats {

    /** More than any dump file has: what is longer is no dump. */
    public static final int MAX_FILE_SIZE = 1 << 20;

    /** Asked in this order whether a file is theirs: any JSON is Proxmark's in the end; the raw image only has a size. */
    private static final List<DumpFormat> FORMATS = List.of(
            new MetrodroidFormat(),
            new ChameleonFormat(),
            new MctJsonFormat(),
            new ProxmarkJsonFormat(),
            new FlipperFormat(),
            new MctFormat(),
            new EmlFormat(),
            new RawImageFormat());

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
        String name = fileName.toLowerCase(Locale.ROOT);
        Comparator<DumpFormat> byLength = Comparator.comparingInt(format -> endingLength(format, name));
        return FORMATS.stream().max(byLength).filter(format -> endingLength(format, name) > 0);
    }

    /** The longest ending decides, so that {@code card.mct.json} is not taken for any JSON. */
    private static int endingLength(DumpFormat format, String name) {
        return format.endings().stream()
                .filter(ending -> name.endsWith("." + ending))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /**
     * The format of a file.
     *
     * @param content the file
     * @return the format whose content this is; the raw image if nothing fits, whose error then names the sizes
     * @throws NfcException {@code MALFORMED_INPUT} if the file is empty, too long, or text in UTF-16
     */
    public static DumpFormat recognise(Bytes content) throws NfcException {
        if (content.isEmpty()) {
            throw NfcException.malformed("the file is empty (ends at offset 0)");
        }
        if (content.length() > MAX_FILE_SIZE) {
            throw NfcException.malformed("the file goes on at offset " + MAX_FILE_SIZE + ", where no dump does");
        }
        TextFile.refuseUtf16(content);
        for (DumpFormat format : FORMATS) {
            if (format.recognises(content)) {
                return format;
            }
        }
        return RAW;
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
