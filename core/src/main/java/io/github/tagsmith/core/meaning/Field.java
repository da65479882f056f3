package io.github.tagsmith.core.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a message, as a row of the table describes it.
 *
 * @param name its name
 * @param source where its bytes are
 * @param type how they are shown
 * @param masked whether they are masked in logs
 * @param address where the address of a block is, for bytes that hold keys only in a sector trailer
 */
record Field(
        String name,
        FieldSource source,
        FieldType type,
        boolean masked,
        @Nullable FieldSource address) {

    private static final List<String> MASKED = List.of("secret", "mask");

    /** Reads {@code NAME=SOURCE:TYPE}. */
    static Field parse(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':');
        String source = colon < 0 ? text.substring(equals + 1) : text.substring(equals + 1, colon);
        String[] type = (colon < 0 ? "hex" : text.substring(colon + 1)).split("/", -1);
        return new Field(
                text.substring(0, equals),
                FieldSource.parse(source),
                FieldType.parse(type[0]),
                MASKED.contains(type[0]),
                type.length > 1 ? FieldSource.parse(type[1]) : null);
    }

    static List<Field> parseAll(String texts) {
        List<Field> fields = new ArrayList<>();
        for (String text : texts.split(" ", -1)) {
            if (!text.isEmpty()) {
                fields.add(parse(text));
            }
        }
        return fields;
    }

    Optional<FieldSource> trailerAddress() {
        return Optional.ofNullable(address);
    }
}
