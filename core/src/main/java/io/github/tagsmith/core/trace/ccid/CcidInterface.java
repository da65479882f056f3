package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The end of a reader that speaks CCID.
 *
 * @param device the device
 * @param number its interface; unknown where the reader was not found by descriptor
 * @param descriptor its class descriptor, where it was seen
 */
public record CcidInterface(DeviceAddress device, OptionalInt number, Optional<CcidDescriptor> descriptor) {}
