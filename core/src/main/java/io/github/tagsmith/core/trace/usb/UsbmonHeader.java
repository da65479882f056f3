package io.github.tagsmith.core.trace.usb;

import io.github.tagsmith.core.trace.capture.Packet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The binary header of Linux usbmon (Documentation/usb/usbmon.rst), in the byte order of the file.
 *
 * <pre>
 * 00 u64 URB id   08 event S, C or E   09 transfer type   0A endpoint, bit 7 IN   0B device   0C u16 bus
 * 0E 0: setup present   0F 0: data present   10 time   1C s32 status   20 u32 length   24 u32 captured   28 setup
 * </pre>
 *
 * Whether there is data is told by the length of the packet, not by 0F and 24: QEMU fills those in otherwise.
 */
final class UsbmonHeader implements UsbHeader {

    private static final int SUBMIT = 'S';

    private final int size;

    /** Of 48 bytes, or of 64 with the fields of the memory-mapped form, none of which is of use here. */
    UsbmonHeader(int size) {
        this.size = size;
    }

    @Override
    public int smallest() {
        return size;
    }

    @Override
    public int read(Packet packet, UsbRecord record) {
        ByteBuffer bytes = packet.bytes();
        int at = packet.start();
        record.id = bytes.getLong(at);
        record.submitted = bytes.get(at + 0x08) == SUBMIT;
        record.type = TransferType.of(bytes.get(at + 0x09));
        record.endpoint = Byte.toUnsignedInt(bytes.get(at + 0x0A));
        record.device = Byte.toUnsignedInt(bytes.get(at + 0x0B));
        record.bus = Short.toUnsignedInt(bytes.getShort(at + 0x0C));
        record.status = bytes.getInt(at + 0x1C);
        record.hasSetup = record.submitted && record.type == TransferType.CONTROL && bytes.get(at + 0x0E) == 0;
        if (record.hasSetup) {
            long setup = bytes.getLong(at + 0x28);
            record.setup = bytes.order() == ByteOrder.LITTLE_ENDIAN ? setup : Long.reverseBytes(setup);
        }
        record.payload(packet, size);
        return size;
    }
}
