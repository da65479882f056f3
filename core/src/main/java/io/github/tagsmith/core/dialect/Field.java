package io.github.tagsmith.core.dialect;

import java.util.Optional;

/** What a command form leaves open, and how many bytes go there. */
public enum Field {
    /** Key number in the reader. */
    SLOT("slot", 1),
    /** Key number in the reader; 10 (hexadecimal) more for key B. */
    SLOT_BY_TYPE("slot+type", 1),
    /** 60 for key A, 61 for key B. */
    TYPE("type", 1),
    /** The key. */
    KEY("key", 6),
    /** Block number. */
    BLOCK("block", 1),
    /** Block number in two bytes, most significant first. */
    BLOCK2("block2", 2),
    /** Sector number in two bytes, most significant first. */
    SECTOR2("sector2", 2),
    /** How many bytes to read. */
    COUNT("count", 1),
    /** Data of a block, or a frame. */
    DATA("data", 0),
    /** How many bytes of data follow. */
    LENGTH("length", 1),
    /** A signed number of 32 bits, least significant byte first. */
    VALUE_LSB("value.lsb", 4),
    /** A signed number of 32 bits, most significant byte first. */
    VALUE_MSB("value.msb", 4),
    /** Block number that a value goes to. */
    TARGET("target", 1),
    /** The byte that a setting gets. */
    STATE("state", 1),
    /** The byte that a setting gets, written four times. */
    STATE4("state4", 4),
    /** A duration in the unit of the setting. */
    TIME("time", 1),
    /** A duration in the unit of the setting, two bytes, most significant first. */
    TIME2("time2", 2);

    private final String label;
    private final int width;

    Field(String label, int width) {
        this.label = label;
        this.width = width;
    }

    /**
     * Its name in a form, without braces.
     *
     * @return a few letters
     */
    public String label() {
        return label;
    }

    /**
     * How many bytes it takes.
     *
     * @return that number; 0 if it may be any
     */
    public int width() {
        return width;
    }

    static Optional<Field> ofLabel(String label) {
        for (Field field : values()) {
            if (field.label.equals(label)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
