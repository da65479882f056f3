package io.github.tagsmith.desfire.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.OptionalInt;

/**
 * What the card says before a proximity check.
 *
 * @param option bit 0: a byte on the bit rates follows
 * @param responseTime the time that an honest answer takes at most, in microseconds
 * @param bitRates PPS1 of ISO/IEC 14443-4, if the card names it
 */
public record ProximityParameters(int option, int responseTime, OptionalInt bitRates) {

    /**
     * As both sides put it into the MAC: as it was received.
     *
     * @return 3 or 4 bytes
     */
    public Bytes toWire() {
        Bytes fixed = Bytes.of(option).plus(Bytes.bigEndian(responseTime, 2));
        return bitRates.isPresent() ? fixed.plus(Bytes.of(bitRates.getAsInt())) : fixed;
    }
}
