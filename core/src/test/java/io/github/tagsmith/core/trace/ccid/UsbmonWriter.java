package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a pcap of link type 220, after Documentation/usb/usbmon.rst. */
final class UsbmonWriter {

    private static final int HEADER = 64;
    private static final int CONTROL = 2;
    private static final int BULK = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bus = 1;
    private long id;

    UsbmonWriter() {
        byte[] header = new byte[24];
        little(header)
                .putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65535)
                .putInt(220);
        out.writeBytes(header);
    }

    UsbmonWriter onBus(int number) {
        bus = number;
        return this;
    }

    /** A bulk transfer, in the record that holds its data. */
    UsbmonWriter bulk(int device, int endpoint, String data) {
        id++;
        return record(endpoint < 0x80 ? 'S' : 'C', BULK, endpoint, device, "", data);
    }

    /** A control transfer to the host: setup packet, then what came back. */
    UsbmonWriter control(int device, String setup, String data) {
        id++;
        record('S', CONTROL, 0x80, device, setup, "");
        return record('C', CONTROL, 0x80, device, "", data);
    }

    private UsbmonWriter record(char event, int type, int endpoint, int device, String setup, String data) {
        Bytes payload = Bytes.fromHex(data);
        int length = HEADER + payload.length();
        byte[] bytes = new byte[16 + length];
        ByteBuffer record = little(bytes).putInt(1).putInt(0).putInt(length).putInt(length);
        record.putLong(id)
                .put((byte) event)
                .put((byte) type)
                .put((byte) endpoint)
                .put((byte) device);
        record.putShort((short) bus).put((byte) (setup.isEmpty() ? '-' : 0)).put((byte) 0);
        record.position(16 + 0x28);
        if (!setup.isEmpty()) {
            record.put(Bytes.fromHex(setup).toArray());
        }
        record.position(16 + HEADER);
        record.put(payload.toArray());
        out.writeBytes(bytes);
        return this;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
