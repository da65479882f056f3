package io.github.tagsmith.core.trace.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pcapng block by block, in either byte order, after draft-ietf-opsawg-pcapng. */
final class BlockWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    BlockWriter section(ByteOrder newOrder) {
        order = newOrder;
        return block(
                0x0A0D0D0A,
                body(16).putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    BlockWriter wiredInterface(int linkType) {
        return block(1, body(8).putShort((short) linkType).putShort((short) 0).putInt(0));
    }

    /** With if_name, if_tsresol and if_tsoffset. */
    BlockWriter namedInterface(int linkType, String name, int resolution, long offset) {
        ByteBuffer body =
                body(64).putShort((short) linkType).putShort((short) 0).putInt(96);
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        body.putShort((short) 2).putShort((short) text.length).put(text);
        pad(body);
        body.putShort((short) 9).putShort((short) 1).put((byte) resolution);
        pad(body);
        body.putShort((short) 14).putShort((short) 8).putLong(offset);
        body.putInt(0);
        return block(1, body);
    }

    BlockWriter packet(int source, long time, int... bytes) {
        ByteBuffer body = body(200)
                .putInt(source)
                .putInt((int) (time >>> 32))
                .putInt((int) time)
                .putInt(bytes.length)
                .putInt(bytes.length);
        put(body, bytes);
        body.putShort((short) 1).putShort((short) 2).put((byte) 'h').put((byte) 'i');
        pad(body);
        return block(6, body.putInt(0));
    }

    BlockWriter oldPacket(int source, int... bytes) {
        ByteBuffer body = body(200)
                .putShort((short) source)
                .putShort((short) 7)
                .putInt(0)
                .putInt(5)
                .putInt(bytes.length)
                .putInt(bytes.length);
        put(body, bytes);
        return block(2, body);
    }

    BlockWriter simplePacket(int originalLength, int... bytes) {
        ByteBuffer body = body(200).putInt(originalLength);
        put(body, bytes);
        return block(3, body);
    }

    BlockWriter block(int type, int bodyLength) {
        ByteBuffer body = body(bodyLength);
        body.position(bodyLength);
        return block(type, body);
    }

    private BlockWriter block(int type, ByteBuffer body) {
        int length = body.position() + 12;
        byte[] content = new byte[body.position()];
        body.get(0, content);
        ByteBuffer block = ByteBuffer.wrap(new byte[length]).order(order);
        block.putInt(type).putInt(length).put(content).putInt(length);
        block.rewind();
        byte[] whole = new byte[length];
        block.get(whole);
        out.writeBytes(whole);
        return this;
    }

    private static void put(ByteBuffer body, int... bytes) {
        for (int each : bytes) {
            body.put((byte) each);
        }
        pad(body);
    }

    private static void pad(ByteBuffer body) {
        while (body.position() % 4 != 0) {
            body.put((byte) 0);
        }
    }

    private ByteBuffer body(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
