package io.github.tagsmith.core.trace.usb;

import io.github.tagsmith.core.trace.capture.Packet;
import java.nio.ByteBuffer;

/**
 * The header of USBPcap (its capture format page), little-endian whatever the file is.
 *
 * <pre>
 * 00 u16 header length   02 u64 IRP id   0A u32 status   0E u16 function   10 bit 0: 1 on the way back   11 u16 bus
 * 13 u16 device   15 endpoint, bit 7 IN   16 transfer type   17 u32 data length   1B control only: stage, 0 setup
 * </pre>
 */
final class UsbPcapHeader implements UsbHeader {

    private static final int SMALLEST = 0x1B;
    private static final int STAGE = 0x1B;

    @Override
    public int smallest() {
        return SMALLEST;
    }

    @Override
    public int read(Packet packet, UsbRecord record) {
        ByteBuffer bytes = packet.bytes();
        int at = packet.start();
        int header = Math.max(SMALLEST, LittleEndian.u16(bytes, at));
        if (packet.length() < header) {
            return header;
        }
        record.id = LittleEndian.s64(bytes, at + 0x02);
        record.status = LittleEndian.s32(bytes, at + 0x0A);
        record.submitted = (bytes.get(at + 0x10) & 1) == 0;
        record.bus = LittleEndian.u16(bytes, at + 0x11);
        record.device = LittleEndian.u16(bytes, at + 0x13);
        record.endpoint = Byte.toUnsignedInt(bytes.get(at + 0x15));
        record.type = TransferType.of(bytes.get(at + 0x16));
        boolean setup = record.type == TransferType.CONTROL && header > STAGE && bytes.get(at + STAGE) == 0;
        record.payload(packet, header, setup);
        return header;
    }
}
