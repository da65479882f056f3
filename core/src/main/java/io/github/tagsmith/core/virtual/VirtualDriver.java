package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.feature.Feature;
import io.github.tagsmith.core.feature.Features;
import io.github.tagsmith.core.feature.TlvProperties.Property;
import java.util.Optional;

/**
 * What stands for the driver of a virtual reader: it says how long an APDU may be, or nothing at all. Source: PC/SC part 10
 * sections 2.2 and 2.6.14; the control code is that of the CCID driver.
 *
 * @param longestApdu the most data of an APDU, in bytes; 0 if the driver does not say
 */
record VirtualDriver(int longestApdu) {

    /** Control codes as pcsc-lite counts them. */
    static final long BASE = 0x42000000L;

    /** A reader without one. */
    static final VirtualDriver NONE = new VirtualDriver(0);

    private static final int PROPERTIES = 0x330012;
    private static final int NUMBER = 4;

    /** The answer to a control code, if it is one of these. */
    Optional<Bytes> answer(long code) {
        if (code == BASE + Features.REQUEST) {
            return Optional.of(longestApdu == 0 ? Bytes.EMPTY : offered());
        }
        return code == BASE + PROPERTIES && longestApdu > 0 ? Optional.of(properties()) : Optional.empty();
    }

    private static Bytes offered() {
        return Bytes.of(Feature.GET_TLV_PROPERTIES.tag(), NUMBER).plus(Bytes.bigEndian(BASE + PROPERTIES, NUMBER));
    }

    private Bytes properties() {
        return Bytes.of(Property.MAX_APDU_DATA_SIZE.tag(), NUMBER).plus(Bytes.littleEndian(longestApdu, NUMBER));
    }
}
