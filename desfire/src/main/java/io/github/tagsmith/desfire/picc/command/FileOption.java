package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What ChangeFileSettings brings: {@code option rights (2) [count rights (2)...] [SDM settings]}. Bit 7 of the option announces
 * additional rights, bit 6 SDM settings (AN12196 section 5.4; additional rights: liblogicalaccess, stated only).
 *
 * @param access the new access
 * @param sdm the SDM settings behind it, or empty
 */
record FileOption(FileAccess access, Bytes sdm) {

    /** Additional rights follow. */
    static final int ADDITIONAL_RIGHTS = 0x80;

    /** SDM settings follow. */
    static final int SDM = 0x40;

    private static final int MODE_BITS = 0x03;

    static FileOption read(Bytes wire, Draft card, CardFile file) throws Refusal {
        int option = wire.get(0);
        boolean additional = (option & ADDITIONAL_RIGHTS) != 0;
        boolean sdm = (option & SDM) != 0;
        boolean known = (option & ~(ADDITIONAL_RIGHTS | SDM | MODE_BITS)) == 0;
        boolean able = (!additional || card.can(Capability.ADDITIONAL_ACCESS_RIGHTS))
                && (!sdm || (card.can(Capability.SDM) && file.type() == FileType.STANDARD));
        require(known && able, DesfireStatus.PARAMETER_ERROR);
        AccessRights rights = AccessRights.fromWire(wire.slice(1, 3));
        int at = 3;
        List<AccessRights> more = new ArrayList<>();
        if (additional) {
            require(wire.length() > at, DesfireStatus.LENGTH_ERROR);
            int count = wire.get(at);
            at++;
            require(count <= FileAccess.MAX_ADDITIONAL, DesfireStatus.PARAMETER_ERROR);
            require(wire.length() >= at + count * AccessRights.LENGTH, DesfireStatus.LENGTH_ERROR);
            for (int i = 0; i < count; i++) {
                more.add(AccessRights.fromWire(wire.slice(at, at + AccessRights.LENGTH)));
                at += AccessRights.LENGTH;
            }
        }
        require(sdm ? wire.length() > at : wire.length() == at, DesfireStatus.LENGTH_ERROR);
        Bytes settings = wire.slice(at);
        if (sdm) {
            SdmReading.settings(card, settings, DataAccess.content(file).length(), 0);
        }
        return new FileOption(new FileAccess(CommMode.ofBits(option), rights, more), settings);
    }

    private static void require(boolean good, DesfireStatus otherwise) throws Refusal {
        if (!good) {
            throw new Refusal(otherwise);
        }
    }
}
