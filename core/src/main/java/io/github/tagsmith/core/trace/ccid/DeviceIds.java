package io.github.tagsmith.core.trace.ccid;

/**
 * Who made a device, from its device descriptor (USB 2.0 table 9-8).
 *
 * @param vendor idVendor
 * @param product idProduct
 * @param release bcdDevice
 */
public record DeviceIds(int vendor, int product, int release) {}
