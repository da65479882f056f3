package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.util.List;
import java.util.Optional;

/**
 * A device of which a capture tells more than its address.
 *
 * @param address where it is
 * @param ids who made it, where its device descriptor was seen
 * @param interfaces what it has, where its configuration descriptor was seen
 * @param detection how it was found to be a smart card reader; empty if it is none
 */
public record UsbDevice(
        DeviceAddress address, Optional<DeviceIds> ids, List<UsbInterface> interfaces, Optional<Detection> detection) {

    /** How a reader was found. */
    public enum Detection {
        /** It says so in its descriptors. */
        DESCRIPTOR,
        /** Its traffic has the shape of CCID. */
        HEURISTIC,
        /** Somebody said so. */
        FORCED
    }

    /**
     * Copies the list.
     *
     * @param address where it is
     * @param ids who made it
     * @param interfaces what it has
     * @param detection how it was found to be a reader
     */
    public UsbDevice {
        interfaces = List.copyOf(interfaces);
    }
}
