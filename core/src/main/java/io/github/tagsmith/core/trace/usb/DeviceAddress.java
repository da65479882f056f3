package io.github.tagsmith.core.trace.usb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is, until it is unplugged.
 *
 * @param bus its bus
 * @param address its address on the bus
 */
public record DeviceAddress(int bus, int address) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})");

    /**
     * Reads the form of {@link #toString}.
     *
     * @param text BUS.ADDRESS
     * @return the address
     */
    public static DeviceAddress parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no device: it is given as BUS.ADDRESS, for instance 1.2");
        }
        return new DeviceAddress(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Bus and address with a full stop between. */
    @Override
    public String toString() {
        return bus + "." + address;
    }
}
