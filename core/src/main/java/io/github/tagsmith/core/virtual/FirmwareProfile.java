package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.feature.ReaderDriver;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How the firmware of a family of readers behaves, from the manuals: the reader's side of a dialect, written apart from the
 * terminal's table.
 *
 * @param id its name
 * @param readerName the name a real one has in PC/SC
 * @param keys load key
 * @param authenticates the instructions it authenticates with: 86, 88
 * @param wrongKey the answer where the card refuses a key
 * @param noKey the answer where there is no such key in the reader
 * @param wrongType the answer to a key type that is neither 60 nor 61
 * @param refused the answer where the card refuses a read or write
 * @param reads what FF B0 takes
 * @param values the value instructions it knows
 * @param own makes the reader's own commands
 * @param ownOverTransmit whether they are taken over SCardTransmit; else over SCardControl
 * @param pn532 whether FF 00 00 00 leads to a PN532
 * @param transparent whether it has the transparent session
 * @param keysBesideApduCard whether it takes keys while an ISO 14443-4 card is in the field
 * @param driver what its driver says of it
 */
record FirmwareProfile(
        String id,
        String readerName,
        KeyRule keys,
        Set<Integer> authenticates,
        StatusWord wrongKey,
        StatusWord noKey,
        StatusWord wrongType,
        StatusWord refused,
        ReadRule reads,
        Set<ValueStyle> values,
        Supplier<OwnCommands> own,
        boolean ownOverTransmit,
        boolean pn532,
        boolean transparent,
        boolean keysBesideApduCard,
        ReaderDriver driver) {

    /** The same reader with a driver. */
    FirmwareProfile drivenBy(ReaderDriver newDriver) {
        return new FirmwareProfile(
                id,
                readerName,
                keys,
                authenticates,
                wrongKey,
                noKey,
                wrongType,
                refused,
                reads,
                values,
                own,
                ownOverTransmit,
                pn532,
                transparent,
                keysBesideApduCard,
                newDriver);
    }

    /** How a firmware reads. */
    enum ReadRule {
        /** One block; 6Cxx with the right length. */
        ONE,
        /** One block; any other length fails with 63 00. */
        ONE_OR_FAIL,
        /** One block, whatever Le says; FF B1 reads the data blocks of a small sector. */
        ONE_ALWAYS_OR_SECTOR,
        /** One block, whatever Le says. */
        ONE_ALWAYS,
        /** Multiples of 16 bytes within the data blocks of a sector, up to 48 or, from block 128, 240. */
        MANY
    }

    /** Families of value instructions. */
    enum ValueStyle {
        /** FF D7 with 00 store, 01 increment, 02 decrement, 03 copy; FF B1 reads; most significant byte first. */
        ACS,
        /** FF F0 with C0 increment, C1 decrement, as the SCL manuals have it. */
        F0_SCL,
        /** FF F0 with C0 decrement, C1 increment, as the uTrust manuals have it. */
        F0_UTRUST,
        /** FF D4 increment, FF D8 decrement. */
        OMNIKEY,
        /** FF C2 00 03 with A0 increment, A1 decrement. */
        PART_3,
        /** FF F5 with the card's own instruction in P1. */
        SPRINGCARD
    }
}
