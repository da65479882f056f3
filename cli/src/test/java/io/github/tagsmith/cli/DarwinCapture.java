package io.github.tagsmith.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A capture of link type 220 (usbmon) told as one of 266 (macOS): there is no sample from a Mac. tshark reads what this writes,
 * see {@link TraceTsharkIT}.
 *
 * <pre>
 * 00 u16 version 0100   02 header length 20   03 0 submit, 1 complete   04 u32 I/O length   08 u32 status   0C u32 iso frames
 * 10 u64 I/O id   18 u32 location, top byte the bus   1C speed   1D device   1E endpoint   1F 0 control, 1 iso, 2 bulk, 3 interrupt
 * </pre>
 */
final class DarwinCapture {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int USBMON = 64;
    private static final int DARWIN = 32;
    private static final int CONTROL = 2;
    private static final byte[] TYPES = {1, 3, 0, 2};

    private DarwinCapture() {}

    static byte[] of(byte[] usbmon) {
        ByteBuffer in = ByteBuffer.wrap(usbmon).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] header = new byte[FILE_HEADER];
        in.get(header);
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(20, 266);
        out.writeBytes(header);
        while (in.hasRemaining()) {
            int at = in.position();
            int captured = in.getInt(at + 8);
            out.writeBytes(record(in, at, captured));
            in.position(at + RECORD_HEADER + captured);
        }
        return out.toByteArray();
    }

    private static byte[] record(ByteBuffer in, int record, int captured) {
        int at = record + RECORD_HEADER;
        boolean submit = in.get(at + 8) == 'S';
        int type = in.get(at + 9);
        boolean setup = submit && type == CONTROL && in.get(at + 0x0E) == 0;
        int payload = captured - USBMON;
        int length = DARWIN + (setup ? 8 : 0) + payload;
        byte[] target = new byte[RECORD_HEADER + length];
        ByteBuffer out = ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(in.getInt(record))
                .putInt(in.getInt(record + 4))
                .putInt(length)
                .putInt(length);
        out.putShort((short) 0x0100).put((byte) DARWIN).put((byte) (submit ? 0 : 1));
        out.putInt(in.getInt(at + 0x20)).putInt(0).putInt(0).putLong(in.getLong(at));
        out.putInt(in.getShort(at + 0x0C) << 24)
                .put((byte) 2)
                .put(in.get(at + 0x0B))
                .put(in.get(at + 0x0A));
        out.put(TYPES[type]);
        if (setup) {
            out.putLong(in.getLong(at + 0x28));
        }
        byte[] data = new byte[payload];
        in.get(at + USBMON, data);
        out.put(data);
        return target;
    }
}
