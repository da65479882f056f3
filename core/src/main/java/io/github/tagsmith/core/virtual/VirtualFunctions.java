package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.ReaderDriver;
import io.github.tagsmith.core.reader.ReaderAttribute;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a virtual reader answers itself, whatever is in it.
 *
 * @param readerName its name
 * @param slot where its driver and its firmware are
 */
record VirtualFunctions(String readerName, VirtualSlot slot) {

    /** The code of an escape, as pcsc-lite counts them. */
    static final long ESCAPE = ReaderDriver.controlCode(1);

    /** An escape goes to the firmware, anything else to the driver. */
    Bytes control(long code, Bytes input) throws NfcException {
        Optional<Bytes> known = slot.driver().answer(code);
        if (known.isPresent()) {
            return known.get();
        }
        if (code == ESCAPE) {
            return slot.escape(input);
        }
        throw new NfcException(
                ErrorKind.READER_FAILED,
                String.format("the virtual reader %s knows no control code %08X", readerName, code));
    }

    /** What the reader is, and what is in it now. */
    Bytes attribute(ReaderAttribute attribute) throws NfcException {
        return switch (attribute) {
            case VENDOR_NAME -> text("Tagsmith");
            case VENDOR_IFD_TYPE -> text("virtual reader");
            case DEVICE_FRIENDLY_NAME_A, DEVICE_SYSTEM_NAME_A -> text(readerName);
            case ATR_STRING -> slot.atr().orElse(Bytes.EMPTY);
            case ICC_PRESENCE -> Bytes.of(slot.atr().isEmpty() ? 0 : 2);
            default ->
                throw new NfcException(
                        ErrorKind.READER_FAILED, "the virtual reader " + readerName + " has no attribute " + attribute);
        };
    }

    private static Bytes text(String text) {
        return Bytes.of((text + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
