package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/** SpringCore direct protocol, CONTROL class 58: 92 sets four LEDs, 93 sounds the buzzer; 00 is success. */
final class SpringCoreCommands extends OwnCommands {

    private static final int CONTROL = 0x58;
    private static final int SET_LEDS = 0x92;
    private static final int SET_BUZZER = 0x93;

    @Override
    Optional<Bytes> answer(Bytes command) {
        boolean leds = command.length() == 6 && command.startsWith(Bytes.of(CONTROL, SET_LEDS));
        boolean buzzer = command.length() == 4 && command.startsWith(Bytes.of(CONTROL, SET_BUZZER));
        return leds || buzzer ? Optional.of(Bytes.of(0x00)) : Optional.empty();
    }
}
