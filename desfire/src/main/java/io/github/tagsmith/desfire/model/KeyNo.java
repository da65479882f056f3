package io.github.tagsmith.desfire.model;

import org.jspecify.annotations.Nullable;

/**
 * The number of a key, of an application or of the card.
 *
 * <p>Applications have keys 0 to 13; the card has key 0, from EV2 on also those named here. Those names come from public client
 * sources (Proxmark3, liblogicalaccess), not from a vector.
 *
 * @param value 0 to 63
 */
public record KeyNo(int value) implements Comparable<KeyNo> {

    /** The master key of the card or of an application. */
    public static final KeyNo MASTER = new KeyNo(0);

    /** Authenticates for creating delegated applications, EV2 and later. */
    public static final KeyNo DAM_AUTHENTICATION = new KeyNo(0x10);

    /** Makes the MAC of a delegated application's data, EV2 and later. */
    public static final KeyNo DAM_MAC = new KeyNo(0x11);

    /** Enciphers a delegated application's first key, EV2 and later. */
    public static final KeyNo DAM_ENCRYPTION = new KeyNo(0x12);

    /** Sets the virtual card's configuration, EV2 and later. */
    public static final KeyNo VC_CONFIGURATION = new KeyNo(0x20);

    /** Makes the MAC of the proximity check, EV2 and later. */
    public static final KeyNo VC_PROXIMITY = new KeyNo(0x21);

    /** Makes the MAC of the virtual card selection, EV2 and later. */
    public static final KeyNo VC_SELECT_MAC = new KeyNo(0x22);

    /** Enciphers the virtual card selection, EV2 and later. */
    public static final KeyNo VC_SELECT_ENCRYPTION = new KeyNo(0x23);

    /**
     * Checks the range.
     *
     * @param value 0 to 63
     */
    public KeyNo {
        if (value < 0 || value > 63) {
            throw new IllegalArgumentException("key number " + value + " is not 0 to 63");
        }
    }

    @Override
    public int compareTo(KeyNo other) {
        return Integer.compare(value, other.value);
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyNo that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    /** In decimal. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
