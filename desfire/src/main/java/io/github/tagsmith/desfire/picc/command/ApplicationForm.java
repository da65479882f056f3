package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What CreateApplication says of an application:
 *
 * <pre>
 * KeySett1   KeySett2   [KeySett3]   [version  sets  longest  roll]   [ISO identifier (2)  [DF name (1-16)]]
 *
 * KeySett2   bits 7-6 algorithm, bit 5 files have ISO identifiers, bit 4 KeySett3 follows, bits 3-0 number of keys
 * KeySett3   bit 0 the four bytes of key sets follow, bit 1 own virtual card keys, bit 2 own capability data
 * </pre>
 *
 * <p>Source: hardware notes of ObsidianPay/libnxpsc, measured on an EV3: order of the fields, 2 to 16 sets, longest key 16 or
 * 24, roll key 0 to 7, and 9D for own virtual card keys.
 *
 * @param settings the key settings
 * @param algorithm the algorithm of the keys
 * @param keyCount how many keys
 * @param isoFiles whether files have ISO identifiers
 * @param sets the key sets, if there are several
 * @param isoId the ISO identifier, if there is one
 * @param dfName the DF name, if there is one
 */
record ApplicationForm(
        KeySettings settings,
        KeyAlgorithm algorithm,
        int keyCount,
        boolean isoFiles,
        Optional<Sets> sets,
        Optional<IsoFileId> isoId,
        Optional<DfName> dfName) {

    private static final int ISO_FILES = 0x20;
    private static final int THIRD = 0x10;
    private static final int THIRD_SETS = 0x01;
    private static final int THIRD_OWN_VC_KEYS = 0x02;
    private static final int MOST_KEYS = 14;
    private static final int SETS_LENGTH = 4;
    private static final int RESERVED_ID = 0x3F00;

    /**
     * The key sets.
     *
     * @param version the version of the first one
     * @param capacity how many there may be
     * @param longest the longest key in bytes
     * @param rollKey which key rolls
     */
    record Sets(KeyVersion version, int capacity, int longest, int rollKey) {

        static Sets read(Bytes wire) throws Refusal {
            Sets sets = new Sets(new KeyVersion(wire.get(0)), wire.get(1), wire.get(2), wire.get(3));
            boolean good = sets.capacity >= 2
                    && sets.capacity <= 16
                    && (sets.longest == 16 || sets.longest == 24)
                    && sets.rollKey <= 7;
            if (!good) {
                throw new Refusal(DesfireStatus.PARAMETER_ERROR);
            }
            return sets;
        }
    }

    static ApplicationForm read(Bytes wire, int from, Draft card) throws Refusal {
        int second = wire.get(from + 1);
        int keyCount = second & 0x0F;
        int at = from + 2;
        Optional<Sets> sets = Optional.empty();
        if ((second & THIRD) != 0) {
            require(card.can(Capability.KEY_SETS), DesfireStatus.PARAMETER_ERROR);
            require(wire.length() > at, DesfireStatus.LENGTH_ERROR);
            int third = wire.get(at);
            at++;
            require((third & THIRD_OWN_VC_KEYS) == 0, DesfireStatus.PERMISSION_DENIED);
            if ((third & THIRD_SETS) != 0) {
                require(wire.length() >= at + SETS_LENGTH, DesfireStatus.LENGTH_ERROR);
                sets = Optional.of(Sets.read(wire.slice(at, at + SETS_LENGTH)));
                at += SETS_LENGTH;
            }
        }
        Bytes iso = wire.slice(at);
        require(iso.length() != 1 && iso.length() <= IsoFileId.LENGTH + DfName.MAX_LENGTH, DesfireStatus.LENGTH_ERROR);
        require(keyCount <= MOST_KEYS && (second & 0xC0) != 0xC0, DesfireStatus.PARAMETER_ERROR);
        return new ApplicationForm(
                new KeySettings(wire.get(from)),
                KeyAlgorithm.ofTypeBits(second),
                Math.max(1, keyCount),
                (second & ISO_FILES) != 0,
                sets,
                iso.isEmpty() ? Optional.empty() : Optional.of(IsoFileId.fromWire(iso.slice(0, IsoFileId.LENGTH))),
                iso.length() <= IsoFileId.LENGTH
                        ? Optional.empty()
                        : Optional.of(new DfName(iso.slice(IsoFileId.LENGTH))));
    }

    private static void require(boolean good, DesfireStatus otherwise) throws Refusal {
        if (!good) {
            throw new Refusal(otherwise);
        }
    }

    /** The application, if none is there with its identifier or name. */
    Application application(Aid aid, Draft card) throws Refusal {
        boolean idTaken =
                isoId.isPresent() && card.stored().applicationWith(isoId.get()).isPresent();
        boolean nameTaken = dfName.isPresent()
                && (dfName.get().equals(DfName.PICC)
                        || card.stored().applicationWith(dfName.get()).isPresent());
        require(
                !aid.isPicc() && card.stored().application(aid).isEmpty() && !idTaken && !nameTaken,
                DesfireStatus.DUPLICATE);
        require(isoId.isEmpty() || isoId.get().value() != RESERVED_ID, DesfireStatus.PARAMETER_ERROR);
        return new Application(
                aid,
                settings,
                keySets(card.stored().configuration()),
                isoId,
                dfName,
                isoFiles,
                new TreeMap<>(),
                Optional.empty());
    }

    private KeySets keySets(Configuration configuration) throws Refusal {
        DesfireKey key = defaultKey(configuration, algorithm);
        KeyVersion version = sets.map(Sets::version).orElse(KeyVersion.ZERO);
        KeySet first = KeySet.of(version, algorithm, keyCount, key).sealedAs(version);
        if (sets.isEmpty()) {
            return KeySets.single(first);
        }
        Sets several = sets.get();
        require(
                several.longest() >= algorithm.keyLength() && several.rollKey() < keyCount,
                DesfireStatus.PARAMETER_ERROR);
        return KeySets.single(first).forming(several.capacity(), several.longest(), several.rollKey());
    }

    /** What a new key begins as. */
    static DesfireKey defaultKey(Configuration configuration, KeyAlgorithm algorithm) {
        Bytes value = configuration.defaultKey().reveal().slice(0, algorithm.keyLength());
        DesfireKey key = DesfireKey.of(algorithm, value);
        return new DesfireKey(algorithm, key.value(), configuration.defaultVersion());
    }
}
