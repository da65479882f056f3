package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Hex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the bytes of a field are: how they are shown. */
interface FieldType {

    /** Text, a number or a truth value; nothing where the bytes say nothing. */
    Optional<Object> value(MaskedBytes bytes);

    /** A bit of the first byte, 0 the lowest. */
    record Bit(int number) implements FieldType {

        public Bit {
            Objects.checkIndex(number, Byte.SIZE);
        }

        @Override
        public Optional<Object> value(MaskedBytes bytes) {
            return Optional.of((bytes.value().get(0) >> number & 1) == 1);
        }
    }

    /** The number in the lowest bits of the first byte. */
    record LowBits(int count) implements FieldType {

        public LowBits {
            Objects.checkIndex(count - 1, Byte.SIZE - 1);
        }

        @Override
        public Optional<Object> value(MaskedBytes bytes) {
            return Optional.of((long) (bytes.value().get(0) & ((1 << count) - 1)));
        }
    }

    /** A name out of a table. */
    record Name(String table) implements FieldType {

        @Override
        public Optional<Object> value(MaskedBytes bytes) {
            Optional<String> name = Names.find(table, bytes.value());
            return name.isEmpty() ? Optional.empty() : Optional.of(name.get());
        }
    }

    /** A name by hexadecimal digits. */
    record Choice(Map<String, String> names) implements FieldType {

        @Override
        public Optional<Object> value(MaskedBytes bytes) {
            return Optional.of(names.getOrDefault(Hex.format(bytes.value()), bytes.toHex()));
        }
    }

    /** Reads a type as the table of commands has it. */
    static FieldType parse(String text) {
        if (text.startsWith("@")) {
            return new Name(text.substring(1));
        }
        if (text.startsWith("bit")) {
            return new Bit(Integer.parseInt(text.substring("bit".length())));
        }
        if (text.startsWith("low")) {
            return new LowBits(Integer.parseInt(text.substring("low".length())));
        }
        return text.contains("=") ? choice(text) : PlainType.of(text);
    }

    private static Choice choice(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String choice : text.split(",", -1)) {
            int equals = choice.indexOf('=');
            names.put(choice.substring(0, equals), choice.substring(equals + 1));
        }
        return new Choice(names);
    }
}
