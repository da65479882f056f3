package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Type and sizes of a new file. */
final class FileShape {

    private static final Map<String, BiFunction<FileShape, FileAccess, FileSettings>> TYPES = Map.of(
            "std", (shape, access) -> shape.data(FileType.STANDARD, access),
            "backup", (shape, access) -> shape.data(FileType.BACKUP, access),
            "value", FileShape::valueFile,
            "linear", (shape, access) -> shape.records(FileType.LINEAR_RECORD, access),
            "cyclic", (shape, access) -> shape.records(FileType.CYCLIC_RECORD, access));

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            required = true,
            description = "std, backup, value, linear, cyclic or tmac.")
    private String type = "";

    @Option(
            names = "--size",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "Bytes of a data file, or of each record.")
    @Nullable
    private Integer size;

    @Option(
            names = "--records",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            description = "How many records.")
    @Nullable
    private Integer records;

    @Option(
            names = "--lower",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "The least value (default: 0).")
    private int lower = 0;

    @Option(
            names = "--upper",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "2147483647",
            description = "The greatest value (default: 2147483647).")
    private int upper = Integer.MAX_VALUE;

    @Option(
            names = "--value",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "0",
            description = "The first value (default: 0).")
    private int value = 0;

    @Option(names = "--limited-credit", description = "Allow LimitedCredit.")
    private boolean limitedCredit;

    @Option(names = "--free-get", description = "Let everybody ask for the value.")
    private boolean freeGet;

    FileShape() {}

    String type() {
        return type;
    }

    /** A transaction MAC file is created with its key instead of sizes. */
    boolean isTransactionMac() {
        return type.equals("tmac");
    }

    /** Throws {@link IllegalArgumentException} if the type is none, or a size is missing. */
    FileSettings settings(FileAccess access) {
        BiFunction<FileShape, FileAccess, FileSettings> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException(
                    "\"" + type + "\" is no file type: std, backup, value, linear, cyclic or tmac");
        }
        return known.apply(this, access);
    }

    private FileSettings data(FileType kind, FileAccess access) {
        return new FileSettings.Data(kind, access, wanted(size, "--size"), Optional.empty());
    }

    private FileSettings valueFile(FileAccess access) {
        return new FileSettings.Value(access, lower, upper, value, limitedCredit, freeGet);
    }

    private FileSettings records(FileType kind, FileAccess access) {
        return new FileSettings.Records(kind, access, wanted(size, "--size"), wanted(records, "--records"), 0);
    }

    private int wanted(@Nullable Integer number, String option) {
        if (number == null) {
            throw new IllegalArgumentException("a " + type + " file needs " + option);
        }
        return number;
    }
}
