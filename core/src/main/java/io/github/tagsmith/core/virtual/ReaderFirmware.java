package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;

/** What stands between the terminal and the card in a contactless reader. */
interface ReaderFirmware {

    /** The ATR it makes up for the card, PC/SC part 3 section 3.1.3.2.3. */
    Bytes atr();

    /** Answers a command: pseudo-APDUs itself, the rest through the card. */
    Bytes answer(Bytes command);

    /** The field was off: whatever was authenticated is not any more. */
    void cardWasReset();
}
