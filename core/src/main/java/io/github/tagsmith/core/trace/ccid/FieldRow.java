package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a structure, one after the other, with the names of the specification. Numbers are little-endian. */
final class FieldRow {

    private enum Form {
        NUMBER,
        HEX,
        BYTES
    }

    private record Field(String name, int width, Form form) {

        Object value(Bytes bytes) {
            return switch (form) {
                case NUMBER -> bytes.toUnsignedLittleEndian();
                case HEX -> bytes.reversed().toHex();
                case BYTES -> bytes.toHex();
            };
        }
    }

    private final List<Field> fields = new ArrayList<>();

    /** A byte shown as a number. */
    FieldRow number(String name) {
        return with(new Field(name, 1, Form.NUMBER));
    }

    /** A number of several bytes. */
    FieldRow number(String name, int width) {
        return with(new Field(name, width, Form.NUMBER));
    }

    /** A number shown in hexadecimal, most significant byte first. */
    FieldRow hex(String name, int width) {
        return with(new Field(name, width, Form.HEX));
    }

    /** Bytes in their order. */
    FieldRow bytes(String name, int width) {
        return with(new Field(name, width, Form.BYTES));
    }

    private FieldRow with(Field field) {
        fields.add(field);
        return this;
    }

    /** How long the structure is. */
    int width() {
        int width = 0;
        for (Field field : fields) {
            width += field.width();
        }
        return width;
    }

    /** Notes the fields of a structure that begins at an offset; the bytes must reach. */
    void read(Bytes bytes, int offset, Map<String, Object> into) {
        int at = offset;
        for (Field field : fields) {
            into.put(field.name(), field.value(bytes.slice(at, at + field.width())));
            at += field.width();
        }
    }
}
