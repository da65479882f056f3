package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The literal bytes of a command as a manual prints them, with fields in braces where something is filled in:
 * {@code FF 82 00 {slot} 06 {key}}.
 */
public final class CommandForm {

    private final String text;
    private final List<Part> parts;

    /** Bytes as they are, or a field. */
    private sealed interface Part {}

    private record Literal(Bytes bytes) implements Part {}

    private record Open(Field field) implements Part {}

    private CommandForm(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a form.
     *
     * @param text hexadecimal bytes and fields in braces, separated by blanks
     * @return the form
     * @throws IllegalArgumentException if it is empty, or a word is neither
     */
    public static CommandForm parse(String text) {
        List<Part> parts = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            parts.add(word.startsWith("{") && word.endsWith("}") ? open(word) : literal(word));
        }
        return new CommandForm(text.strip(), parts);
    }

    private static Part open(String word) {
        String label = word.substring(1, word.length() - 1);
        return new Open(
                Field.ofLabel(label).orElseThrow(() -> new IllegalArgumentException("there is no field " + word)));
    }

    private static Part literal(String word) {
        if (!word.matches("[0-9A-Fa-f]{2}")) {
            throw new IllegalArgumentException("\"" + word + "\" is neither two hexadecimal digits nor a field");
        }
        return new Literal(Hex.parse(word));
    }

    /**
     * The fields that have to be filled in.
     *
     * @return those fields, without {@link Field#LENGTH}
     */
    public Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Part part : parts) {
            if (part instanceof Open open && open.field() != Field.LENGTH) {
                fields.add(open.field());
            }
        }
        return fields;
    }

    /**
     * Whether a field occurs.
     *
     * @param field the field
     * @return true if so
     */
    public boolean has(Field field) {
        return fields().contains(field);
    }

    /**
     * The command with its fields filled in; what the form does not ask for is ignored.
     *
     * @param values what goes into each field
     * @return the command as it is sent
     */
    public Bytes fill(Map<Field, Bytes> values) {
        Bytes command = Bytes.EMPTY;
        for (Part part : parts) {
            command = command.plus(part instanceof Open open ? value(open.field(), values) : ((Literal) part).bytes());
        }
        return command;
    }

    private static Bytes value(Field field, Map<Field, Bytes> values) {
        if (field == Field.LENGTH) {
            return Bytes.of(values.getOrDefault(Field.DATA, Bytes.EMPTY).length());
        }
        Bytes value = values.get(field);
        if (value == null || (field.width() != 0 && value.length() != field.width())) {
            throw new IllegalArgumentException("field {" + field.label() + "} wants " + field.width() + " bytes");
        }
        return value;
    }

    /**
     * The command of a form without fields.
     *
     * @return the command as it is sent
     */
    public Bytes bytes() {
        return fill(new EnumMap<>(Field.class));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandForm form && text.equals(form.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
