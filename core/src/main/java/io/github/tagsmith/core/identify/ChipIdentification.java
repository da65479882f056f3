package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.Pn53x;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/**
 * What a reader tells of a storage card beyond PC/SC, where its PN53x chip can be reached: ATQA and SAK from
 * InListPassiveTarget, and the version of Ultralight and NTAG 21x cards (command 60), which have SAK 00.
 *
 * @param anticollision ATQA and SAK, if the chip tells them
 * @param version the version, if the card tells one
 */
record ChipIdentification(Optional<Anticollision> anticollision, Optional<CardVersion> version) {

    private static final ChipIdentification NOTHING = new ChipIdentification(Optional.empty(), Optional.empty());

    private static final Bytes GET_VERSION = Bytes.of(0x60);
    private static final int TARGET = 1;
    private static final int ATQA = 2;
    private static final int SAK = 4;
    private static final int ULTRALIGHT_SAK = 0x00;

    /** Nothing where the reader has no such chip, or it does not answer as it should. */
    static ChipIdentification of(ApduChannel channel, Dialect dialect) throws NfcException {
        if (dialect.passThrough().isEmpty()) {
            return NOTHING;
        }
        Pn53x chip = new Pn53x(channel, dialect);
        try {
            Bytes found = chip.listPassiveTarget();
            if (found.length() <= SAK || found.get(0) == 0) {
                return NOTHING;
            }
            Anticollision pair = new Anticollision(found.get(ATQA) << 8 | found.get(ATQA + 1), found.get(SAK));
            return new ChipIdentification(
                    Optional.of(pair), pair.sak() == ULTRALIGHT_SAK ? version(chip) : Optional.empty());
        } catch (NfcException e) {
            return requireOther(e);
        }
    }

    private static ChipIdentification requireOther(NfcException e) throws NfcException {
        if (e.kind() == ErrorKind.REFUSED || e.kind() == ErrorKind.PROTOCOL) {
            return NOTHING;
        }
        throw e;
    }

    /** An old Ultralight does not know the command and is halted by it; it is looked for again. */
    private static Optional<CardVersion> version(Pn53x chip) throws NfcException {
        try {
            return Optional.of(CardVersion.parse(chip.dataExchange(TARGET, GET_VERSION)));
        } catch (NfcException e) {
            if (e.kind() != ErrorKind.REFUSED && e.kind() != ErrorKind.MALFORMED_INPUT) {
                throw e;
            }
            chip.listPassiveTarget();
            return Optional.empty();
        }
    }
}
