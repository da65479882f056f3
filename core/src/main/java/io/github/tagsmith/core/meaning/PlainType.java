package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A type that needs no more than its name. */
enum PlainType implements FieldType {
    HEX("hex"),
    SECRET("secret"),
    TRAILER("trailer"),
    MASK("mask"),
    TRAILER_MASK("trailerMask"),
    NUMBER("number"),
    MSB("msb"),
    LSB("lsb"),
    SIGNED("signed"),
    REVERSED("reversed"),
    TEXT("text"),
    PRESENT("present"),
    RIGHTS("rights");

    private static final PlainType[] ALL = values();

    private final String id;

    PlainType(String id) {
        this.id = id;
    }

    static PlainType of(String id) {
        for (PlainType type : ALL) {
            if (type.id.equals(id)) {
                return type;
            }
        }
        throw new IllegalArgumentException("not a type of a field: " + id);
    }

    @Override
    public Optional<Object> value(MaskedBytes bytes) {
        Bytes value = bytes.value();
        return switch (this) {
            case HEX, SECRET, TRAILER -> Optional.of(bytes.toHex());
            case MASK, TRAILER_MASK -> Optional.empty();
            case NUMBER, MSB, LSB, SIGNED ->
                value.isEmpty() || value.length() > Long.BYTES ? Optional.empty() : Optional.of(number(value));
            case REVERSED -> Optional.of(bytes.reversed().toHex());
            case TEXT -> Optional.of(value.toText(StandardCharsets.US_ASCII));
            case PRESENT -> Optional.of(!value.isEmpty());
            case RIGHTS -> Optional.of(DesfireRights.of(value).text());
        };
    }

    private long number(Bytes value) {
        long unsigned = this == LSB || this == SIGNED ? value.toUnsignedLittleEndian() : value.toUnsignedBigEndian();
        return this == MSB || this == SIGNED ? signed(unsigned, value.length()) : unsigned;
    }

    private static long signed(long value, int width) {
        int unused = Long.SIZE - Byte.SIZE * width;
        return value << unused >> unused;
    }
}
