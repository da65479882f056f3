package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** ACR122U API 2.04 section 6: {@code FF 00 40} LED and buzzer, 48 firmware, 50 and 51 PICC parameter, 52 detection beep. */
final class Acr122Commands extends OwnCommands {

    private static final Bytes FIRMWARE = Bytes.of("ACR122U207".getBytes(StandardCharsets.US_ASCII));
    private static final int LED = 0x40;
    private static final int FIRMWARE_VERSION = 0x48;
    private static final int GET_PICC = 0x50;
    private static final int SET_PICC = 0x51;
    private static final int BEEP = 0x52;
    private static final int DEFAULT_PICC = 0xFF;

    Acr122Commands() {
        set(SET_PICC, DEFAULT_PICC);
    }

    @Override
    Optional<Bytes> answer(Bytes command) {
        if (command.length() < 5 || command.get(0) != 0xFF || command.get(1) != 0x00) {
            return Optional.empty();
        }
        int p2 = command.get(3);
        return switch (command.get(2)) {
            case LED -> Optional.of(done(set(LED, led(p2))));
            case FIRMWARE_VERSION -> Optional.of(FIRMWARE);
            case GET_PICC -> Optional.of(done(setting(SET_PICC)));
            case SET_PICC -> Optional.of(done(set(SET_PICC, p2)));
            case BEEP -> {
                set(BEEP, p2);
                yield Optional.of(done(0));
            }
            default -> Optional.empty();
        };
    }

    /** Bits 0 and 1 are the new state, bits 2 and 3 say which of them counts. */
    private int led(int control) {
        int mask = control >> 2 & 0x03;
        return (setting(LED) & ~mask) | (control & mask);
    }

    private static Bytes done(int state) {
        return Bytes.of(0x90, state);
    }
}
