package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.Field;
import java.util.EnumMap;
import java.util.Map;

/** What goes into the fields of a command form. */
final class Fill {

    private static final int SLOT_STEP = 0x10;

    private final Map<Field, Bytes> values = new EnumMap<>(Field.class);

    private Fill() {}

    static Fill block(int block) {
        return new Fill().with(Field.BLOCK, Bytes.of(block & 0xFF)).with(Field.BLOCK2, Bytes.bigEndian(block, 2));
    }

    static Fill sector(int sector) {
        return new Fill().with(Field.SECTOR2, Bytes.bigEndian(sector, 2));
    }

    static Fill data(Bytes data) {
        return new Fill().with(Field.DATA, data);
    }

    static Fill key(int slot, KeyType type) {
        return new Fill().slot(slot, type);
    }

    Fill slot(int slot, KeyType type) {
        return with(Field.SLOT, Bytes.of(slot & 0xFF))
                .with(Field.SLOT_BY_TYPE, Bytes.of((type == KeyType.A ? slot : slot + SLOT_STEP) & 0xFF))
                .with(Field.TYPE, Bytes.of(type.code()));
    }

    static Fill value(int block, int value) {
        return block(block)
                .with(Field.VALUE_LSB, Bytes.littleEndian(value, 4))
                .with(Field.VALUE_MSB, Bytes.bigEndian(value, 4));
    }

    Fill with(Field field, Bytes value) {
        values.put(field, value);
        return this;
    }

    Map<Field, Bytes> values() {
        return values;
    }
}
