package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.Optional;

/**
 * Commands to the PN532 that do nothing to a card, each with the answer a chip gives that has nothing to report; PN532 user
 * manual section 7: 00 diagnose, 02 firmware version, 04 general status, 10 baud rate, 12 parameters, 14 SAM configuration, 16
 * power down, 32 RF configuration, 44 deselect, 52 release, 54 select.
 */
final class Pn532Housekeeping {

    private static final int TO_CHIP = 0xD4;
    private static final int TO_HOST = 0xD5;
    private static final int DIAGNOSE = 0x00;
    private static final int COMMUNICATION_LINE_TEST = 0x00;

    private static final Map<Integer, Bytes> ANSWERS = Map.ofEntries(
            Map.entry(0x02, Bytes.fromHex("32010607")),
            Map.entry(0x04, Bytes.zeros(4)),
            Map.entry(0x10, Bytes.EMPTY),
            Map.entry(0x12, Bytes.EMPTY),
            Map.entry(0x14, Bytes.EMPTY),
            Map.entry(0x16, Bytes.zeros(1)),
            Map.entry(0x32, Bytes.EMPTY),
            Map.entry(0x44, Bytes.zeros(1)),
            Map.entry(0x52, Bytes.zeros(1)),
            Map.entry(0x54, Bytes.zeros(1)));

    private Pn532Housekeeping() {}

    /** D5, the command plus 1, and what it answers; empty if it is none of these commands. */
    static Optional<Bytes> answer(Bytes frame) {
        if (frame.length() < 2 || frame.get(0) != TO_CHIP) {
            return Optional.empty();
        }
        int command = frame.get(1);
        if (command == DIAGNOSE) {
            return Optional.of(toHost(command, diagnose(frame.slice(2))));
        }
        return Optional.ofNullable(ANSWERS.get(command)).map(data -> toHost(command, data));
    }

    /** The line test sends its data back; every other test passes. */
    private static Bytes diagnose(Bytes data) {
        return !data.isEmpty() && data.get(0) == COMMUNICATION_LINE_TEST ? data : Bytes.zeros(1);
    }

    /** An answer of the chip. */
    static Bytes toHost(int command, Bytes data) {
        return Bytes.of(TO_HOST, command + 1).plus(data);
    }
}
