package io.github.tagsmith.core.trace.usb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is, until it is unplugged.
 *
 * @param bus its bus
 * @param address its address on the bus
 */
public record DeviceAddress(int bus, int address) {

    /** Read when first asked. */
    private static final class Form {
        static final Pattern TEXT = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})");
    }

    /**
     * Reads the form of {@link #toString}.
     *
     * @param text BUS.ADDRESS
     * @return the address
     */
    public static DeviceAddress parse(String text) {
        Matcher parts = Form.TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no device: it is given as BUS.ADDRESS, for instance 1.2");
        }
        return new DeviceAddress(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceAddress that && bus == that.bus && address == that.address;
    }

    @Override
    public int hashCode() {
        return 31 * bus + address;
    }

    /** Bus and address with a full stop between. */
    @Override
    public String toString() {
        return bus + "." + address;
    }
}
