package io.github.tagsmith.core.testing;

import io.github.tagsmith.core.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A serial GemPC reader with a T=0 card in it, on a pseudo-terminal, as libccid's serial driver expects it. A frame is 03 06, a
 * CCID message and the exclusive or of all bytes; the reader echoes each frame of the host before it answers. The PIN pad's
 * frames with display texts (B2) are too long for the driver's echo check, so a short one is echoed in their place.
 * After a time extension the driver takes the next frame for an echo again, so there are always two of them.
 */
public final class SerialPinPad implements AutoCloseable {

    public static final Bytes ATR = Bytes.fromHex("3B021450");
    public static final String FIRMWARE = "TagsmithPinPad-V1.00";

    private static final Bytes OK = Bytes.fromHex("9000");

    private final PseudoTerminal line;
    private final List<Bytes> secure = new CopyOnWriteArrayList<>();
    private boolean powered;

    private SerialPinPad(PseudoTerminal line) {
        this.line = line;
    }

    /** Opens a terminal and answers on it until closed. */
    public static SerialPinPad open() throws IOException, InterruptedException {
        SerialPinPad pad = new SerialPinPad(PseudoTerminal.open());
        Thread thread = new Thread(pad::serve, "serial reader on " + pad.terminal());
        thread.setDaemon(true);
        thread.start();
        return pad;
    }

    public String terminal() {
        return line.name();
    }

    /** The data of all PC_to_RDR_Secure messages. */
    public List<Bytes> secure() {
        return secure;
    }

    private void serve() {
        try {
            while (true) {
                if (line.take(2).equals(Bytes.fromHex("0306"))) {
                    Bytes header = line.take(10);
                    Bytes data = line.take((int) header.slice(1, 5).toUnsignedLittleEndian());
                    line.take(1);
                    boolean displayText = header.get(0) == 0x6B && data.startsWith(Bytes.of(0xB2));
                    send(displayText ? Bytes.fromHex("6B000000000000000000") : header.plus(data));
                    answer(header, data);
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void answer(Bytes header, Bytes data) throws IOException {
        switch (header.get(0)) {
            case 0x62 -> {
                powered = true;
                reply(header, 0x80, 0, ATR);
            }
            case 0x63 -> {
                powered = false;
                reply(header, 0x81, 0, Bytes.EMPTY);
            }
            case 0x6B -> reply(header, 0x83, 0, escape(data));
            case 0x61 -> reply(header, 0x82, 0, data);
            case 0x6C, 0x6D -> reply(header, 0x82, 0, Bytes.fromHex("1100000A00"));
            case 0x6F -> reply(header, 0x80, 0, OK);
            case 0x69 -> {
                secure.add(data);
                reply(header, 0x80, 0x80, Bytes.EMPTY);
                reply(header, 0x80, 0x80, Bytes.EMPTY);
                reply(header, 0x80, 0, OK);
            }
            default -> reply(header, 0x81, 0, Bytes.EMPTY);
        }
    }

    private static Bytes escape(Bytes data) {
        return data.equals(Bytes.of(0x02)) ? Bytes.of(FIRMWARE.getBytes(StandardCharsets.US_ASCII)) : Bytes.zeros(1);
    }

    private void reply(Bytes header, int type, int status, Bytes data) throws IOException {
        int card = powered ? 0 : 1;
        send(Bytes.concat(
                Bytes.of(type),
                Bytes.littleEndian(data.length(), 4),
                header.slice(5, 7),
                Bytes.of(status | card, status == 0x80 ? 1 : 0, 0),
                data));
    }

    private void send(Bytes message) throws IOException {
        Bytes frame = Bytes.fromHex("0306").plus(message);
        line.send(frame.plus(Bytes.of(frame.xorSum())));
    }

    @Override
    public void close() {
        line.hangUp();
        line.close();
    }
}
