package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/** {@code FF 70 07 6B} with BER-TLV requests, OMNIKEY 5422/5122 guide: the firmware's version, and whether type A is polled. */
final class OmnikeyCommands extends OwnCommands {

    private static final Bytes GET_FIRMWARE =
            Bytes.of(0xFF, 0x70, 0x07, 0x6B, 0x08, 0xA2, 0x06, 0xA0, 0x04, 0xA0, 0x02, 0x85, 0x00, 0x00);
    private static final Bytes GET_TYPE_A =
            Bytes.of(0xFF, 0x70, 0x07, 0x6B, 0x0A, 0xA2, 0x08, 0xA0, 0x06, 0xA4, 0x04, 0xA2, 0x02, 0x80, 0x00, 0x00);
    private static final Bytes SET_TYPE_A =
            Bytes.of(0xFF, 0x70, 0x07, 0x6B, 0x0B, 0xA2, 0x09, 0xA1, 0x07, 0xA4, 0x05, 0xA2, 0x03, 0x80, 0x01);
    private static final int TYPE_A = 0x80;

    OmnikeyCommands() {
        set(TYPE_A, 1);
    }

    @Override
    Optional<Bytes> answer(Bytes command) {
        if (command.equals(GET_FIRMWARE)) {
            return Optional.of(Bytes.of(0xBD, 0x05, 0x85, 0x03, 0x01, 0x03, 0x01, 0x90, 0x00));
        }
        if (command.equals(GET_TYPE_A)) {
            return Optional.of(Bytes.of(0xBD, 0x03, TYPE_A, 0x01, setting(TYPE_A), 0x90, 0x00));
        }
        if (command.startsWith(SET_TYPE_A) && command.length() == SET_TYPE_A.length() + 2) {
            set(TYPE_A, command.get(SET_TYPE_A.length()));
            return Optional.of(Bytes.of(0x9D, 0x00, 0x90, 0x00));
        }
        return Optional.empty();
    }
}
