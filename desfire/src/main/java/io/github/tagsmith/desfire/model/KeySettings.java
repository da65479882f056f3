package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Hex;

/**
 * The first key settings byte, of the card or of an application.
 *
 * <pre>
 * bit 0       the master key may be changed
 * bit 1       listing needs no authentication with the master key
 * bit 2       creating and deleting needs no authentication with the master key
 * bit 3       these settings may be changed
 * bits 7-4    who changes keys: 0 the master key, 1 to 13 that key, E each key itself, F nobody (applications only)
 * </pre>
 *
 * <p>Source: MF2DLHX0 and libfreefare; not recomputed by a vector.
 *
 * @param value 0 to FF
 */
public record KeySettings(int value) {

    /** As cards and applications are delivered: everything but the keys themselves is open. */
    public static final KeySettings FACTORY = new KeySettings(0x0F);

    private static final int SAME_KEY = 0x0E;
    private static final int FROZEN = 0x0F;

    /**
     * Checks the range.
     *
     * @param value 0 to FF
     */
    public KeySettings {
        if (value < 0 || value > 0xFF) {
            throw new IllegalArgumentException("not a key settings byte: " + value);
        }
    }

    /**
     * Bit 0.
     *
     * @return whether the master key may be changed
     */
    public boolean isMasterKeyChangeable() {
        return (value & 0x01) != 0;
    }

    /**
     * Bit 1.
     *
     * @return whether listing needs no authentication with the master key
     */
    public boolean isListingFree() {
        return (value & 0x02) != 0;
    }

    /**
     * Bit 2.
     *
     * @return whether creating and deleting needs no authentication with the master key
     */
    public boolean isCreatingFree() {
        return (value & 0x04) != 0;
    }

    /**
     * Bit 3.
     *
     * @return whether these settings may be changed
     */
    public boolean isChangeable() {
        return (value & 0x08) != 0;
    }

    /**
     * The upper four bits.
     *
     * @return 0 to 15
     */
    public int changeKey() {
        return value >>> 4;
    }

    /**
     * Whether each key is changed by its own holder.
     *
     * @return true for E
     */
    public boolean isChangedByItself() {
        return changeKey() == SAME_KEY;
    }

    /**
     * Whether no key but the master key can be changed.
     *
     * @return true for F
     */
    public boolean isFrozen() {
        return changeKey() == FROZEN;
    }

    /** Two hexadecimal digits. */
    @Override
    public String toString() {
        return Hex.ofByte(value);
    }
}
