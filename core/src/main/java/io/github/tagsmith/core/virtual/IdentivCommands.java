package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/** uTrust 3720F manual section 6.3: one byte that says what, one with the state, or FF to ask for it. */
final class IdentivCommands extends OwnCommands {

    private static final int INFO = 0x1E;
    private static final int BUZZER = 0x51;
    private static final int ASK = 0xFF;

    /** Version 1.05, ISO mode, T=0 and T=1, no input device, one slot, a serial number of 28 bytes. */
    private static final Bytes INFO_ANSWER =
            Bytes.of(0x01, 0x05, 0x00, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01, 0x1C).plus(Bytes.repeat(28, 0x30));

    IdentivCommands() {
        set(0xA7, 0);
        set(0xAC, 0);
        set(0xB2, 0);
        set(BUZZER, 1);
    }

    @Override
    Optional<Bytes> answer(Bytes command) {
        if (command.equals(Bytes.of(INFO))) {
            return Optional.of(INFO_ANSWER);
        }
        if (command.length() != 2 || !has(command.get(0))) {
            return Optional.empty();
        }
        int code = command.get(0);
        if (command.get(1) == ASK) {
            return Optional.of(Bytes.of(setting(code)));
        }
        set(code, command.get(1));
        return Optional.of(code == BUZZER ? Bytes.of(setting(code)) : Bytes.EMPTY);
    }
}
