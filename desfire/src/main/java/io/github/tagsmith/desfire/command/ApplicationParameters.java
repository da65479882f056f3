package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.Optional;

/**
 * What an application is created with.
 *
 * <pre>
 * AID(3) settings(1) second settings(1) [01 key sets(4)] [ISO file identifier(2)] [DF name(1 to 16)]
 * </pre>
 *
 * <p>Sources: full-apdu-traces.json for the first five bytes; libfreefare for the ISO names, whose file identifier goes least
 * significant byte first (liblogicalaccess sends it the other way round); NXP NfcRdLib and liblogicalaccess for the key sets.
 * All but the first five bytes are stated only.
 *
 * @param aid its identifier, not 000000
 * @param keys its keys
 * @param isoFileId its ISO file identifier, if it gets one
 * @param dfName its DF name, if it gets one; needs an ISO file identifier
 */
public record ApplicationParameters(
        Aid aid, ApplicationKeys keys, Optional<IsoFileId> isoFileId, Optional<DfName> dfName) {

    private static final int KEY_SETS_FOLLOW = 0x01;

    /**
     * Checks what belongs together.
     *
     * @param aid its identifier, not 000000
     * @param keys its keys
     * @param isoFileId its ISO file identifier, if it gets one
     * @param dfName its DF name, if it gets one; needs an ISO file identifier
     */
    public ApplicationParameters {
        if (aid.isPicc()) {
            throw new IllegalArgumentException("000000 is the card itself, no application");
        }
        if (dfName.isPresent() && isoFileId.isEmpty()) {
            throw new IllegalArgumentException("an application with a DF name needs an ISO file identifier");
        }
    }

    /**
     * An application without ISO names.
     *
     * @param aid its identifier
     * @param keys its keys
     * @return the parameters
     */
    public static ApplicationParameters of(Aid aid, ApplicationKeys keys) {
        return new ApplicationParameters(aid, keys, Optional.empty(), Optional.empty());
    }

    Bytes keysAndNames() {
        Bytes sets = keys.keySets()
                .map(set -> Bytes.of(KEY_SETS_FOLLOW).plus(set.toWire()))
                .orElse(Bytes.EMPTY);
        return Bytes.concat(
                Bytes.of(keys.settings().value(), keys.secondSettings()),
                sets,
                isoFileId.map(IsoFileId::toWire).orElse(Bytes.EMPTY),
                dfName.map(DfName::value).orElse(Bytes.EMPTY));
    }
}
