package io.github.tagsmith.desfire.picc.memory;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.Optional;

/**
 * What every file has, whatever it holds.
 *
 * @param access how and by whom it is reached
 * @param isoId its ISO 7816-4 identifier, if it has one
 * @param sdm the secure dynamic messaging settings as ChangeFileSettings brought them, from the option byte on; empty without
 * @param sdmReads how often it was read with SDM since the settings were made
 */
public record FileSettings(FileAccess access, Optional<IsoFileId> isoId, Bytes sdm, int sdmReads) {

    /**
     * Settings without SDM.
     *
     * @param access how and by whom it is reached
     * @param isoId its ISO 7816-4 identifier, if it has one
     * @return the settings
     */
    public static FileSettings of(FileAccess access, Optional<IsoFileId> isoId) {
        return new FileSettings(access, isoId, Bytes.EMPTY, 0);
    }

    /**
     * With another access.
     *
     * @param newAccess how and by whom it is reached
     * @return the changed settings
     */
    public FileSettings with(FileAccess newAccess) {
        return new FileSettings(newAccess, isoId, sdm, sdmReads);
    }

    /**
     * With other SDM settings; the counter starts again.
     *
     * @param newSdm from the option byte on; empty for none
     * @return the changed settings
     */
    public FileSettings withSdm(Bytes newSdm) {
        return new FileSettings(access, isoId, newSdm, 0);
    }

    /**
     * With another count of SDM reads.
     *
     * @param reads how many
     * @return the changed settings
     */
    public FileSettings withSdmReads(int reads) {
        return new FileSettings(access, isoId, sdm, reads);
    }

    /**
     * Whether secure dynamic messaging is on.
     *
     * @return true if so
     */
    public boolean hasSdm() {
        return !sdm.isEmpty();
    }
}
