package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Hex;
import org.jspecify.annotations.Nullable;

/**
 * An application identifier of the directory, AN10787 section 3.2.
 *
 * @param value function cluster in the upper byte, application code in the lower; on the card the code stands first
 */
public record MadAid(int value) {

    /** The sector is free. */
    public static final MadAid FREE = new MadAid(0x0000);

    /** The card holder's data. */
    public static final MadAid CARD_HOLDER = new MadAid(0x0004);

    /** The sector holds NDEF; AN1304. */
    public static final MadAid NDEF = new MadAid(0xE103);

    /**
     * Checks the range.
     *
     * @param value 0000 to FFFF
     */
    public MadAid {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("not an application identifier: " + value);
        }
    }

    /**
     * The function cluster.
     *
     * @return 0 to 255
     */
    public int cluster() {
        return value >> 8;
    }

    /**
     * The application code.
     *
     * @return 0 to 255
     */
    public int application() {
        return value & 0xFF;
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MadAid that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return Hex.ofShort(value);
    }
}
