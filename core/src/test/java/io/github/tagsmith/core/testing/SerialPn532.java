package io.github.tagsmith.core.testing;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.io.IOException;

/**
 * A PN532 on a serial line with a software card before it, on a pseudo-terminal, for programs built on libnfc. It only does the
 * framing of the line; the chip is the one in a virtual ACR122U.
 *
 * <pre>
 * 00 FF LEN LCS  TFI and data  DCS            LEN + LCS = 0 and TFI + data + DCS = 0 modulo 256
 * 00 FF FF FF LENh LENl LCS  TFI and data  DCS
 * 00 FF 00 FF                                 acknowledge
 * </pre>
 *
 * <p>Source: PN532 user manual, section 6.2.1. Bytes before 00 FF wake the chip and are passed over.
 */
public final class SerialPn532 implements AutoCloseable {

    private static final Bytes START = Bytes.of(0x00, 0xFF);
    private static final Bytes ACKNOWLEDGE = Bytes.fromHex("0000FF00FF00");
    private static final Bytes SYNTAX_ERROR = Bytes.of(0x7F);
    private static final int EXTENDED = 0xFF;
    private static final long LONGEST_GOODBYE = 5_000;

    private final PseudoTerminal line;
    private final VirtualSlot slot;
    private final Thread thread;

    private SerialPn532(PseudoTerminal line, VirtualSlot slot) {
        this.line = line;
        this.slot = slot;
        this.thread = new Thread(this::serve, "PN532 on " + line.name());
        thread.setDaemon(true);
    }

    /** Opens a line and answers on it until closed. */
    public static SerialPn532 open(Picc picc) throws IOException, InterruptedException {
        VirtualSlot slot = VirtualSlot.of("acr122u").orElseThrow();
        slot.present(picc);
        SerialPn532 chip = new SerialPn532(PseudoTerminal.open(), slot);
        chip.thread.start();
        return chip;
    }

    /** As libnfc wants it in LIBNFC_DEVICE. */
    public String connectionString() {
        return "pn532_uart:" + line.name();
    }

    private void serve() {
        try {
            while (true) {
                awaitStart();
                Bytes length = line.take(2);
                if (length.equals(START) || length.get(0) == 0) {
                    continue;
                }
                int size = length.get(0);
                if (length.isAll(EXTENDED)) {
                    size = (int) line.take(3).slice(0, 2).toUnsignedBigEndian();
                }
                Bytes frame = line.take(size + 1).slice(0, size);
                line.send(ACKNOWLEDGE);
                line.send(framed(answer(frame)));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void awaitStart() throws IOException {
        int before = EXTENDED;
        for (int now = line.take(1).get(0);
                before != 0 || now != START.get(1);
                now = line.take(1).get(0)) {
            before = now;
        }
    }

    private Bytes answer(Bytes frame) {
        try {
            Bytes command = Bytes.concat(Bytes.fromHex("FF000000"), Bytes.of(frame.length()), frame);
            Bytes answer = slot.transmit(command);
            Bytes data = answer.slice(0, answer.length() - 2);
            return data.isEmpty() ? SYNTAX_ERROR : data;
        } catch (NfcException gone) {
            return SYNTAX_ERROR;
        }
    }

    private static Bytes framed(Bytes data) {
        int size = data.length();
        Bytes length = size < EXTENDED
                ? Bytes.of(size, -size & 0xFF)
                : Bytes.of(EXTENDED, EXTENDED, size >>> 8, size & 0xFF, -((size >>> 8) + size) & 0xFF);
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += data.get(i);
        }
        return Bytes.concat(Bytes.of(0x00), START, length, data, Bytes.of(-sum & 0xFF, 0x00));
    }

    @Override
    public void close() {
        line.hangUp();
        try {
            thread.join(LONGEST_GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.close();
    }
}
