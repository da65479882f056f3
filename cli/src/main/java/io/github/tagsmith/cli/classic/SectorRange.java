package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.SectorNo;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Sectors one after another.
 *
 * @param first the first
 * @param last the last, not below the first
 */
record SectorRange(SectorNo first, SectorNo last) {

    SectorRange {
        if (last.value() < first.value()) {
            throw new IllegalArgumentException(first + " to " + last);
        }
    }

    Stream<SectorNo> sectors() {
        return IntStream.rangeClosed(first.value(), last.value()).mapToObj(SectorNo::new);
    }

    /** {@code N} or {@code N-M}, decimal or with 0x. */
    static final class Word implements ITypeConverter<SectorRange> {

        Word() {}

        @Override
        public SectorRange convert(String value) {
            String[] ends = value.split("-", 2);
            try {
                return new SectorRange(number(ends[0]), number(ends[ends.length - 1]));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"" + value + "\" is no sector, 0 to 39, and no range such as 0-3");
            }
        }

        private static SectorNo number(String text) {
            return new SectorNo(Integer.decode(text));
        }
    }
}
