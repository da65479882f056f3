package io.github.tagsmith.core.trace.usb;

import io.github.tagsmith.core.trace.capture.Packet;
import java.nio.ByteBuffer;

/**
 * The header of macOS (link type 266), little-endian whatever the file is.
 *
 * <pre>
 * 00 u16 version   02 header length   03 0 submit, 1 complete   04 u32 I/O length   08 u32 status   0C u32 iso frames
 * 10 u64 I/O id   18 u32 location, top byte the bus   1C speed   1D device   1E endpoint   1F type   20 control: setup
 * </pre>
 *
 * Known from captures made by hand that tshark reads; never seen from a Mac here.
 */
final class DarwinHeader implements UsbHeader {

    private static final int SMALLEST = 0x20;

    @Override
    public int smallest() {
        return SMALLEST;
    }

    @Override
    public int read(Packet packet, UsbRecord record) {
        ByteBuffer bytes = packet.bytes();
        int at = packet.start();
        int header = Math.max(SMALLEST, Byte.toUnsignedInt(bytes.get(at + 0x02)));
        if (packet.length() < header) {
            return header;
        }
        record.submitted = bytes.get(at + 0x03) == 0;
        record.status = LittleEndian.s32(bytes, at + 0x08);
        record.id = LittleEndian.s64(bytes, at + 0x10);
        record.bus = Byte.toUnsignedInt(bytes.get(at + 0x1B));
        record.device = Byte.toUnsignedInt(bytes.get(at + 0x1D));
        record.endpoint = Byte.toUnsignedInt(bytes.get(at + 0x1E));
        record.type = TransferType.ofDarwin(bytes.get(at + 0x1F));
        record.payload(packet, header, record.submitted && record.type == TransferType.CONTROL);
        return header;
    }
}
