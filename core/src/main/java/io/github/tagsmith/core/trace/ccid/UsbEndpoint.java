package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.usb.TransferType;

/**
 * An endpoint, from its descriptor (USB 2.0 table 9-13).
 *
 * @param address bEndpointAddress, bit 7 for the direction to the host
 * @param type its kind of transfer
 * @param maxPacket wMaxPacketSize, in bytes
 */
public record UsbEndpoint(int address, TransferType type, int maxPacket) {

    boolean isIn() {
        return (address & 0x80) != 0;
    }

    int number() {
        return address & 0x0F;
    }
}
