package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;

/** A software card of ISO/IEC 14443-4: it has an ATS and answers commands. */
public non-sealed interface ApduPicc extends Picc {

    /**
     * Its answer to select.
     *
     * @return TL T0 TA1 TB1 TC1 and the historical bytes, at least 1 byte
     */
    Bytes ats();

    /**
     * Its select acknowledge, the last one of anticollision.
     *
     * @return 0 to 255; bit 5 is ISO/IEC 14443-4
     */
    default int sak() {
        return 0x20;
    }

    /**
     * Answers a command. Whatever comes in is answered; nothing is thrown.
     *
     * @param command the bytes of one command
     * @return the bytes of its answer
     */
    Bytes answer(Bytes command);
}
