package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.picc.AirFrame;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the chip does with frames by itself, as its registers say: CRC (TxMode 6302 and RxMode 6303, bit 7), parity (ManualRCV
 * 630D, bit 4: none, the bits are the host's, after each byte its own), bits of the last byte (BitFraming 633D on the way out,
 * Control 633C on the way in, both bits 0 to 2, 0 for all eight). Register names and bits as libnfc uses them; other registers
 * only keep what is written.
 */
final class Pn532Framing {

    private static final int TX_MODE = 0x6302;
    private static final int RX_MODE = 0x6303;
    private static final int MANUAL_RCV = 0x630D;
    private static final int CONTROL = 0x633C;
    private static final int BIT_FRAMING = 0x633D;
    private static final int CRC = 0x80;
    private static final int NO_PARITY = 0x10;
    private static final int LAST_BITS = 0x07;
    private static final Bytes DONE = Bytes.of(0x00);
    private static final Bytes TIMEOUT = Bytes.of(0x01);
    private static final Bytes CRC_ERROR = Bytes.of(0x02);
    private static final Bytes PARITY_ERROR = Bytes.of(0x03);

    private final Map<Integer, Integer> registers = new HashMap<>();

    Pn532Framing() {
        selected();
    }

    /** After it has selected a card the chip adds and checks CRC and parity. */
    void selected() {
        registers.put(TX_MODE, CRC);
        registers.put(RX_MODE, CRC);
        registers.put(MANUAL_RCV, 0);
        registers.put(BIT_FRAMING, 0);
    }

    private int register(int address) {
        return registers.getOrDefault(address, 0);
    }

    private boolean isSet(int address, int bit) {
        return (register(address) & bit) != 0;
    }

    /** Two bytes of address for each value. */
    Bytes read(Bytes addresses) {
        int[] values = new int[addresses.length() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = register(addresses.get(2 * i) << 8 | addresses.get(2 * i + 1));
        }
        return Bytes.of(values);
    }

    /** Two bytes of address and the value, repeated. */
    void write(Bytes data) {
        for (int i = 0; i + 2 < data.length(); i += 3) {
            registers.put(data.get(i) << 8 | data.get(i + 1), data.get(i + 2));
        }
    }

    /** What goes on the air; empty if it is no frame. */
    Optional<AirFrame> toFrame(Bytes data) {
        Bytes bytes = isSet(TX_MODE, CRC) ? CrcA.append(data) : data;
        int unused = (8 - (register(BIT_FRAMING) & LAST_BITS)) % 8;
        int bits = 8 * bytes.length() - unused;
        if (bits <= 0) {
            return Optional.empty();
        }
        if (bits < 8) {
            return Optional.of(AirFrame.ofBits(bytes.get(0) & ((1 << bits) - 1), bits));
        }
        int step = isSet(MANUAL_RCV, NO_PARITY) ? 9 : 8;
        if (bits % step != 0) {
            return Optional.empty();
        }
        int[] values = new int[bits / step];
        int[] parity = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bits(bytes, i * step, 8);
            parity[i] = step == 9 ? bits(bytes, i * step + 8, 1) : AirFrame.odd(values[i]);
        }
        return Optional.of(AirFrame.of(Bytes.of(values), Bytes.of(parity)));
    }

    private static int bits(Bytes bytes, int from, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int at = from + i;
            value |= (bytes.get(at / 8) >> (at % 8) & 1) << i;
        }
        return value;
    }

    /** The status and what the host gets to see. */
    Bytes toHost(AirFrame frame) {
        registers.put(CONTROL, register(CONTROL) & ~LAST_BITS);
        if (frame.bits() == 0) {
            return TIMEOUT;
        }
        if (frame.isShort()) {
            registers.put(CONTROL, register(CONTROL) | frame.bits());
            return DONE.plus(frame.bytes());
        }
        if (isSet(MANUAL_RCV, NO_PARITY)) {
            return DONE.plus(withParity(frame));
        }
        for (int i = 0; i < frame.parity().length(); i++) {
            if (frame.parity().get(i) != AirFrame.odd(frame.bytes().get(i))) {
                return PARITY_ERROR;
            }
        }
        if (!isSet(RX_MODE, CRC)) {
            return DONE.plus(frame.bytes());
        }
        Bytes bytes = frame.bytes();
        return CrcA.isRight(bytes) ? DONE.plus(bytes.slice(0, bytes.length() - CrcA.LENGTH)) : CRC_ERROR;
    }

    private Bytes withParity(AirFrame frame) {
        int bits = 9 * frame.bytes().length();
        int[] packed = new int[(bits + 7) / 8];
        for (int at = 0; at < bits; at++) {
            int bit = at % 9 == 8 ? frame.parity().get(at / 9) : frame.bytes().get(at / 9) >> (at % 9) & 1;
            packed[at / 8] |= bit << (at % 8);
        }
        registers.put(CONTROL, register(CONTROL) | bits % 8);
        return Bytes.of(packed);
    }
}
