package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The place that a card's owner gives away for a delegated application, EV2 and later.
 *
 * <p>Source: dam.json of the vectors (after NXP AN12696), NXP NfcRdLib (phalMfdfEVx); not seen on a card.
 *
 * @param number the slot, 0 to FFFF; sent least significant byte first
 * @param version its version, which the card's owner counts
 * @param quota how much memory the application may use, in blocks of 32 bytes; sent least significant byte first
 */
public record DelegatedSlot(int number, int version, int quota) {

    /** Its length on the wire, in bytes. */
    public static final int LENGTH = 5;

    /**
     * Checks the ranges.
     *
     * @param number 0 to FFFF
     * @param version 0 to FF
     * @param quota 0 to FFFF
     */
    public DelegatedSlot {
        if (number < 0 || number > 0xFFFF || version < 0 || version > 0xFF || quota < 0 || quota > 0xFFFF) {
            throw new IllegalArgumentException(
                    "no delegated slot: number " + number + ", version " + version + ", quota " + quota);
        }
    }

    /**
     * As it is sent.
     *
     * @return 5 bytes
     */
    public Bytes toWire() {
        return Bytes.concat(Bytes.littleEndian(number, 2), Bytes.of(version), Bytes.littleEndian(quota, 2));
    }
}
