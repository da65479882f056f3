package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** ACM1252U-Y3 manual section 5.3: {@code E0 00 00 function}, length 00 to read, 01 and a byte to write. */
final class E0Commands extends OwnCommands {

    private static final Bytes FIRMWARE = Bytes.of("ACR1252U_V105".getBytes(StandardCharsets.US_ASCII));
    private static final int FIRMWARE_VERSION = 0x18;
    private static final Bytes CLASS = Bytes.of(0xE0, 0x00, 0x00);

    E0Commands() {
        set(0x20, 0x03);
        set(0x21, 0x7F);
        set(0x23, 0x8F);
        set(0x28, 0x00);
        set(0x29, 0x00);
    }

    @Override
    Optional<Bytes> answer(Bytes command) {
        if (!command.startsWith(CLASS) || command.length() < 5) {
            return Optional.empty();
        }
        int function = command.get(3);
        if (function == FIRMWARE_VERSION) {
            return Optional.of(framed(FIRMWARE));
        }
        if (!has(function)) {
            return Optional.empty();
        }
        boolean write = command.get(4) == 1 && command.length() == 6;
        return Optional.of(framed(Bytes.of(write ? set(function, command.get(5)) : setting(function))));
    }

    private static Bytes framed(Bytes data) {
        return Bytes.concat(Bytes.of(0xE1, 0x00, 0x00, 0x00, data.length()), data);
    }
}
