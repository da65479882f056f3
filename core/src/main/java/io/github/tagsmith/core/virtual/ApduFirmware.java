package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.ApduPicc;

/**
 * Firmware before a card of ISO/IEC 14443-4: answers {@code FF CA} and, where it has one, for its PN532; hands everything else
 * to the card.
 */
final class ApduFirmware implements ReaderFirmware {

    private static final int PSEUDO_CLASS = 0xFF;
    private static final int LOAD_KEY = 0x82;
    private static final int DIRECT_TRANSMIT = 0x00;

    private final ApduPicc picc;
    private final FirmwareProfile profile;
    private final KeyMemory keys;
    private final Pn532ApduChip chip;

    ApduFirmware(ApduPicc picc, FirmwareProfile profile, KeyMemory keys) {
        this.picc = picc;
        this.profile = profile;
        this.keys = keys;
        this.chip = new Pn532ApduChip(picc);
    }

    /** 3B 8n 80 01, the historical bytes of the ATS, TCK. */
    @Override
    public Bytes atr() {
        Bytes historical = historical();
        Bytes atr = Bytes.of(0x3B, 0x80 | historical.length(), 0x80, 0x01).plus(historical);
        return atr.plus(Bytes.of(atr.slice(1).xorSum()));
    }

    /** What follows T0 and the interface bytes that T0 announces in its bits 4 to 6. */
    private Bytes historical() {
        Bytes ats = picc.ats();
        if (ats.length() < 2) {
            return Bytes.EMPTY;
        }
        int skipped = 2 + Integer.bitCount(ats.get(1) & 0x70);
        Bytes historical = ats.slice(Math.min(skipped, ats.length()));
        return historical.slice(0, Math.min(historical.length(), 15));
    }

    @Override
    public Bytes answer(Bytes command) {
        if (command.length() < 4 || command.get(0) != PSEUDO_CLASS) {
            return picc.answer(command);
        }
        try {
            return pseudo(CommandApdu.parse(command)).bytes();
        } catch (NfcException malformed) {
            return StatusWord.WRONG_LENGTH.bytes();
        }
    }

    private ResponseApdu pseudo(CommandApdu command) {
        if (command.ins() == LOAD_KEY) {
            StatusWord sw = profile.keysBesideApduCard() ? keys.load(command) : StatusWord.NO_INFORMATION;
            return new ResponseApdu(Bytes.EMPTY, sw);
        }
        if (command.ins() == DIRECT_TRANSMIT && profile.pn532()) {
            return chip.answer(command.data())
                    .map(answer -> new ResponseApdu(answer, StatusWord.OK))
                    .orElseGet(() -> new ResponseApdu(Bytes.EMPTY, StatusWord.NO_INFORMATION));
        }
        if (command.ins() != GetData.INS) {
            return new ResponseApdu(Bytes.EMPTY, StatusWord.INSTRUCTION_NOT_SUPPORTED);
        }
        return switch (command.p1()) {
            case GetData.UID -> GetData.answer(command, picc.uid());
            case GetData.ATS -> GetData.answer(command, picc.ats());
            default -> new ResponseApdu(Bytes.EMPTY, StatusWord.FUNCTION_NOT_SUPPORTED);
        };
    }

    @Override
    public void cardWasReset() {
        // the card itself was told; nothing is kept here
    }
}
