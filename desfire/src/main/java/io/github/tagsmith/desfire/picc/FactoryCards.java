package io.github.tagsmith.desfire.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.Blocks;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.memory.Configuration.FailureRule;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import io.github.tagsmith.desfire.picc.memory.Production;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cards as the factory delivers them: all keys zero.
 *
 * <p>Sources: version bytes of EV1, EV3 and NTAG 424 DNA from versions.json of the vectors (real cards), of EV2 from Proxmark3
 * (cmdhfmfdes.c, major version 12), of DESFire Light from AN12343 table 4, whose software part is misprinted, so the hardware
 * part stands for it; 8192 free bytes of an EV3 8K from its trace; ATS 067577810280 of EV1 to EV3 and 067777710280 of NTAG 424
 * from public logs; settings and content of the NTAG 424 files from a log of MichaelsPlayground. The names and sizes of the
 * files of DESFire Light are those of its data sheet, their access rights are ours: no public answer of a card shows them.
 */
public final class FactoryCards {

    private static final Bytes BATCH = Bytes.zeros(5);
    private static final Bytes DATE = Bytes.of(0x01, 0x24);
    private static final Aid ONLY = new Aid(1);
    private static final int FIXED_KEYS = 5;
    private static final FailureRule COUNTED = new FailureRule(true, 1000, 10);

    private static final List<KeyNo> DELEGATION_KEYS =
            List.of(KeyNo.DAM_AUTHENTICATION, KeyNo.DAM_MAC, KeyNo.DAM_ENCRYPTION);
    private static final List<KeyNo> VC_KEYS =
            List.of(KeyNo.VC_CONFIGURATION, KeyNo.VC_PROXIMITY, KeyNo.VC_SELECT_MAC, KeyNo.VC_SELECT_ENCRYPTION);

    /** What differs from card to card. */
    private record Row(String hardware, String software, String ats, int bytes) {}

    private static final Map<CardGeneration, Row> ROWS = Map.of(
            CardGeneration.EV1, new Row("04010101001A05", "04010101041A05", "067577810280", 8192),
            CardGeneration.EV2, new Row("04010112001A05", "04010102011A05", "067577810280", 8192),
            CardGeneration.EV3, new Row("04010133001A05", "04010103001A05", "067577810280", 8192),
            CardGeneration.LIGHT, new Row("04080130001305", "04080130001305", "067777710280", 640),
            CardGeneration.NTAG_424, new Row("04040230001105", "04040201021105", "067777710280", 416));

    private FactoryCards() {}

    /**
     * A new card.
     *
     * @param generation one of {@link CardGeneration#ALL}
     * @param uid its UID, 7 bytes
     * @return what it keeps without power
     */
    public static CardState delivered(CardGeneration generation, Bytes uid) {
        Row row = Optional.ofNullable(ROWS.get(generation))
                .orElseThrow(() -> new IllegalArgumentException("no factory makes a " + generation));
        Production production =
                new Production(Bytes.fromHex(row.hardware()), Bytes.fromHex(row.software()), uid, BATCH, DATE);
        boolean fixed = !generation.can(Capability.APPLICATIONS);
        return new CardState(
                generation,
                production,
                Bytes.EMPTY,
                Configuration.delivered(Bytes.fromHex(row.ats()), fixed ? COUNTED : FailureRule.OFF),
                KeySettings.FACTORY,
                cardKeys(generation),
                applications(generation),
                Blocks.of(row.bytes()),
                fixed ? Blocks.of(row.bytes()) : 0,
                new TreeMap<>());
    }

    private static SortedMap<KeyNo, DesfireKey> cardKeys(CardGeneration generation) {
        SortedMap<KeyNo, DesfireKey> keys = new TreeMap<>();
        if (!generation.can(Capability.APPLICATIONS)) {
            return keys;
        }
        keys.put(KeyNo.MASTER, DesfireKey.zero(KeyAlgorithm.TDEA_2));
        if (generation.can(Capability.DELEGATED_APPLICATIONS)) {
            DELEGATION_KEYS.forEach(number -> keys.put(number, DesfireKey.zero(KeyAlgorithm.AES)));
        }
        if (generation.can(Capability.PROXIMITY_CHECK)) {
            VC_KEYS.forEach(number -> keys.put(number, DesfireKey.zero(KeyAlgorithm.AES)));
        }
        return keys;
    }

    private static Map<Aid, Application> applications(CardGeneration generation) {
        if (generation.equals(CardGeneration.LIGHT)) {
            DfName name = DfName.LIGHT;
            return Map.of(ONLY, fixed(0xDF01, name, lightFiles()));
        }
        return generation.equals(CardGeneration.NTAG_424)
                ? Map.of(ONLY, fixed(0xE110, DfName.NDEF, ntagFiles()))
                : Map.of();
    }

    private static Application fixed(int isoId, DfName name, SortedMap<FileNo, CardFile> files) {
        KeySet keys = KeySet.of(KeyVersion.ZERO, KeyAlgorithm.AES, FIXED_KEYS, DesfireKey.zero(KeyAlgorithm.AES));
        return new Application(
                ONLY,
                KeySettings.FACTORY,
                KeySets.single(keys),
                Optional.of(new IsoFileId(isoId)),
                Optional.of(name),
                true,
                files,
                Optional.empty());
    }

    private static SortedMap<FileNo, CardFile> ntagFiles() {
        SortedMap<FileNo, CardFile> files = new TreeMap<>();
        Bytes container = Bytes.fromHex("001720010000FF0406E104010000000506E10500808283000000000000000000");
        Bytes proprietary = Bytes.zeros(128).with(0, Bytes.of(0x00, 0x7E));
        files.put(new FileNo(1), data(settings(0xE103, CommMode.PLAIN, "00E0"), container));
        files.put(new FileNo(2), data(settings(0xE104, CommMode.PLAIN, "E0EE"), Bytes.zeros(256)));
        files.put(new FileNo(3), data(settings(0xE105, CommMode.FULL, "3023"), proprietary));
        return files;
    }

    private static SortedMap<FileNo, CardFile> lightFiles() {
        SortedMap<FileNo, CardFile> files = new TreeMap<>();
        files.put(new FileNo(0x00), data(settings(0xEF00, CommMode.FULL, "3012"), Bytes.zeros(256)));
        files.put(
                new FileNo(0x01),
                RecordFile.of(FileType.CYCLIC_RECORD, settings(0xEF01, CommMode.FULL, "3012"), 16, 5, List.of()));
        files.put(
                new FileNo(0x03), ValueFile.of(settings(0xEF03, CommMode.FULL, "3012"), 0, Integer.MAX_VALUE, 0, 0, 0));
        files.put(new FileNo(0x04), data(settings(0xEF04, CommMode.FULL, "3012"), Bytes.zeros(256)));
        files.put(
                new FileNo(0x0F),
                TransactionMacFile.of(settings(0xEF0F, CommMode.PLAIN, "301F"), DesfireKey.zero(KeyAlgorithm.AES)));
        files.put(new FileNo(0x1F), data(settings(0xEF1F, CommMode.PLAIN, "30E2"), Bytes.zeros(32)));
        return files;
    }

    private static DataFile data(FileSettings settings, Bytes content) {
        return new DataFile(FileType.STANDARD, settings, content);
    }

    private static FileSettings settings(int isoId, CommMode mode, String rights) {
        FileAccess access = FileAccess.of(mode, AccessRights.fromWire(Bytes.fromHex(rights)));
        return FileSettings.of(access, Optional.of(new IsoFileId(isoId)));
    }
}
