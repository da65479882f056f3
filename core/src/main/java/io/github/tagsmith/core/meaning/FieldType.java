package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the bytes of a field are: how they are shown. */
@FunctionalInterface
interface FieldType {

    /** Text, a number or a truth value; nothing where the bytes say nothing. */
    Optional<Object> value(MaskedBytes bytes);

    Map<String, FieldType> PLAIN = plain();

    private static Map<String, FieldType> plain() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (String hexadecimal : new String[] {"hex", "secret", "trailer"}) {
            types.put(hexadecimal, bytes -> Optional.of(bytes.toHex()));
        }
        for (String hidden : new String[] {"mask", "trailerMask"}) {
            types.put(hidden, bytes -> Optional.empty());
        }
        types.put("number", number(Bytes::toUnsignedBigEndian));
        types.put("msb", number(bytes -> signed(bytes.toUnsignedBigEndian(), bytes.length())));
        types.put("lsb", number(Bytes::toUnsignedLittleEndian));
        types.put("signed", number(bytes -> signed(bytes.toUnsignedLittleEndian(), bytes.length())));
        types.put("reversed", bytes -> Optional.of(bytes.reversed().toHex()));
        types.put("text", bytes -> Optional.of(bytes.value().toText(StandardCharsets.US_ASCII)));
        types.put("present", bytes -> Optional.of(!bytes.value().isEmpty()));
        types.put("rights", bytes -> Optional.of(DesfireRights.of(bytes.value()).text()));
        return types;
    }

    private static FieldType number(Function<Bytes, Long> read) {
        return bytes -> bytes.value().isEmpty() || bytes.value().length() > Long.BYTES
                ? Optional.empty()
                : Optional.of(read.apply(bytes.value()));
    }

    private static long signed(long value, int width) {
        int unused = Long.SIZE - Byte.SIZE * width;
        return value << unused >> unused;
    }

    static FieldType parse(String text) {
        if (text.startsWith("@")) {
            String table = text.substring(1);
            return bytes -> Names.find(table, bytes.value()).map(Object.class::cast);
        }
        if (text.matches("bit[0-7]")) {
            int bit = text.charAt(3) - '0';
            return bytes -> Optional.of((bytes.value().get(0) >> bit & 1) == 1);
        }
        if (text.matches("low[1-7]")) {
            int mask = (1 << (text.charAt(3) - '0')) - 1;
            return bytes -> Optional.of((long) (bytes.value().get(0) & mask));
        }
        if (text.contains("=")) {
            return choice(text);
        }
        FieldType type = PLAIN.get(text);
        if (type == null) {
            throw new IllegalArgumentException("not a type of a field: " + text);
        }
        return type;
    }

    private static FieldType choice(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String choice : text.split(",", -1)) {
            String[] pair = choice.split("=", -1);
            names.put(pair[0], pair[1]);
        }
        return bytes -> Optional.of(names.getOrDefault(Hex.format(bytes.value()), bytes.toHex()));
    }
}
