package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.model.CommMode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a file's data travels. */
final class ModeOption {

    @Option(
            names = "--comm",
            paramLabel = "MODE",
            converter = ModeWord.class,
            defaultValue = "auto",
            description = "auto, plain, mac or full (default: as the file's settings and rights say).")
    private Auto<CommMode> mode = Auto.open();

    ModeOption() {}

    CommMode mode(FileContent file, FileOperation operation) {
        return mode.fixed().orElseGet(() -> file.mode(operation));
    }

    static CommMode parse(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "plain" -> CommMode.PLAIN;
            case "mac" -> CommMode.MAC;
            case "full" -> CommMode.FULL;
            default -> throw new TypeConversionException("\"" + value + "\" is no mode: plain, mac or full");
        };
    }

    static final class ModeWord implements ITypeConverter<Auto<CommMode>> {

        @Override
        public Auto<CommMode> convert(String value) {
            return value.equalsIgnoreCase("auto") ? Auto.open() : Auto.fixed(parse(value));
        }
    }

    /** Without {@code auto}, for a file to be made. */
    static final class FixedModeWord implements ITypeConverter<CommMode> {

        @Override
        public CommMode convert(String value) {
            return parse(value);
        }
    }
}
