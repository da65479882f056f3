package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * An application identifier: three bytes, sent least significant first, written most significant first. {@code 000000} is
 * the card itself.
 *
 * @param value 0 to FFFFFF
 */
public record Aid(int value) implements Comparable<Aid> {

    /** Its length on the wire, in bytes. */
    public static final int LENGTH = 3;

    /** The card level. */
    public static final Aid PICC = new Aid(0);

    /**
     * Checks the range.
     *
     * @param value 0 to FFFFFF
     */
    public Aid {
        if (value < 0 || value > 0xFFFFFF) {
            throw new IllegalArgumentException("not an application identifier: " + value);
        }
    }

    /**
     * Reads it as it is written.
     *
     * @param hex six digits, most significant first
     * @return the identifier
     */
    public static Aid of(String hex) {
        Bytes bytes = Bytes.fromHex(hex);
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("an application identifier has 3 bytes, not " + bytes.length());
        }
        return new Aid((int) bytes.toUnsignedBigEndian());
    }

    /**
     * Reads it as it is sent.
     *
     * @param wire 3 bytes, least significant first
     * @return the identifier
     */
    public static Aid fromWire(Bytes wire) {
        if (wire.length() != LENGTH) {
            throw new IllegalArgumentException("an application identifier has 3 bytes, not " + wire.length());
        }
        return new Aid((int) wire.toUnsignedLittleEndian());
    }

    /**
     * As it is sent.
     *
     * @return 3 bytes, least significant first
     */
    public Bytes toWire() {
        return Bytes.littleEndian(value, LENGTH);
    }

    /**
     * Whether this is the card level.
     *
     * @return true for 000000
     */
    public boolean isPicc() {
        return value == 0;
    }

    @Override
    public int compareTo(Aid other) {
        return Integer.compare(value, other.value);
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aid that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    /** Six hexadecimal digits, most significant first. */
    @Override
    public String toString() {
        return Bytes.bigEndian(value, LENGTH).toHex();
    }
}
