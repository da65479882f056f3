package io.github.tagsmith.core.trace.usb;

import io.github.tagsmith.core.trace.capture.Packet;

/** The header that an operating system puts before the data of a USB transfer. */
interface UsbHeader {

    /** The least number of bytes that it has. */
    int smallest();

    /** Fills the record; returns how many bytes the header of this packet has, which may be more than there are. */
    int read(Packet packet, UsbRecord record);
}
