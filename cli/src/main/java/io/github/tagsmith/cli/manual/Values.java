package io.github.tagsmith.cli.manual;

import io.github.tagsmith.cli.input.SoftwareCards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;

/**
 * The values that an option or parameter can have, as far as a shell can offer them.
 *
 * @param words some, or all
 * @param files whether it can be a file
 * @param readers whether it can be a reader's name
 */
record Values(List<String> words, boolean files, boolean readers) {

    private static final Values UNKNOWN = new Values(List.of(), false, false);

    static Values of(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (argument.paramLabel().equals("SPEC")) {
            List<String> words = new ArrayList<>();
            SoftwareCards.kinds().forEach(kind -> words.add("virtual:" + kind));
            return new Values(words, false, true);
        }
        if (argument.paramLabel().equals("CARD")) {
            return new Values(SoftwareCards.kinds(), true, false);
        }
        if (type.isEnum()) {
            return new Values(
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .toList(),
                    false,
                    false);
        }
        return Path.class.isAssignableFrom(type) ? new Values(List.of(), true, false) : UNKNOWN;
    }
}
