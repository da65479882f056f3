package io.github.tagsmith.core.feature;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.feature.TlvProperties.Property;
import java.util.Optional;

/**
 * What stands for the driver of a reader that has none, a virtual one or one of a record: it says how long an APDU may be, or nothing
 * at all. Source: PC/SC part 10 sections 2.2 and 2.6.14; the control codes are those of pcsc-lite and its CCID driver.
 *
 * @param longestApdu the most data of an APDU, in bytes; 0 if the driver does not say
 */
public record ReaderDriver(int longestApdu) {

    /** A driver that offers nothing. */
    public static final ReaderDriver SILENT = new ReaderDriver(0);

    /** A driver that takes extended APDUs of any length. */
    public static final ReaderDriver ANY_APDU = new ReaderDriver(65536);

    private static final long BASE = 0x42000000L;
    private static final int PROPERTIES = 0x330012;
    private static final int NUMBER = 4;

    /**
     * The code of a function, as pcsc-lite counts them.
     *
     * @param function for instance 3400
     * @return the control code
     */
    public static long controlCode(int function) {
        return BASE + function;
    }

    /**
     * The answer to a control code.
     *
     * @param code the code
     * @return the answer, if it is one that the driver knows
     */
    public Optional<Bytes> answer(long code) {
        if (code == controlCode(Features.REQUEST)) {
            return Optional.of(longestApdu == 0 ? Bytes.EMPTY : offered());
        }
        return code == controlCode(PROPERTIES) && longestApdu > 0 ? Optional.of(properties()) : Optional.empty();
    }

    private static Bytes offered() {
        return Bytes.of(Feature.GET_TLV_PROPERTIES.tag(), NUMBER)
                .plus(Bytes.bigEndian(controlCode(PROPERTIES), NUMBER));
    }

    private Bytes properties() {
        return Bytes.of(Property.MAX_APDU_DATA_SIZE.tag(), NUMBER).plus(Bytes.littleEndian(longestApdu, NUMBER));
    }
}
