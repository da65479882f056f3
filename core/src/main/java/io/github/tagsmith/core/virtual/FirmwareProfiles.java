package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.feature.ReaderDriver;
import io.github.tagsmith.core.virtual.FirmwareProfile.ReadRule;
import io.github.tagsmith.core.virtual.FirmwareProfile.ValueStyle;
import io.github.tagsmith.core.virtual.KeyRule.P2Meaning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The firmwares that a virtual reader can have. Sources: ACR122U API 2.04 (63 00 for every failure); ACM1252U-Y3 manual
 * 5.2.4; SCL3711 and uTrust 3720F manuals section 6.2; reports of 69 86 for a volatile load on OMNIKEY; issue 44 of
 * Microsoft's driver. What no source says, such as the answer of OMNIKEY to a wrong key, is taken over from plain PC/SC.
 */
final class FirmwareProfiles {

    private static final StatusWord FAILED = StatusWord.NO_INFORMATION;
    private static final StatusWord NOT_OPEN = StatusWord.SECURITY_STATUS_NOT_SATISFIED;
    private static final StatusWord NOT_ALLOWED = StatusWord.COMMAND_NOT_ALLOWED;
    private static final StatusWord NO_SUCH_KEY = new StatusWord(0x6988);
    private static final StatusWord KEY_LENGTH = new StatusWord(0x6989);
    private static final Set<Integer> NEW = Set.of(0x86);
    private static final Set<Integer> BOTH = Set.of(0x86, 0x88);

    private static final KeyRule PLAIN_KEYS =
            new KeyRule(P2Meaning.SLOT, Map.of(0x00, 256), 0, false, NOT_ALLOWED, NO_SUCH_KEY, KEY_LENGTH);
    private static final KeyRule TYPE_KEYS =
            new KeyRule(P2Meaning.TYPE, Map.of(0x00, 1), 0, false, NOT_ALLOWED, NO_SUCH_KEY, KEY_LENGTH);
    private static final KeyRule STORED_KEYS =
            new KeyRule(P2Meaning.SLOT, Map.of(0x20, 32), 0, false, NOT_ALLOWED, NO_SUCH_KEY, KEY_LENGTH);

    static final FirmwareProfile PLAIN = part3(
                    "pcsc",
                    "Virtual PC/SC part 3 reader",
                    PLAIN_KEYS,
                    NEW,
                    Set.of(ValueStyle.PART_3),
                    OwnCommands.NONE,
                    true)
            .drivenBy(ReaderDriver.ANY_APDU);

    private static final List<FirmwareProfile> ALL = List.of(
            PLAIN,
            acs("acr122u", "ACS ACR122U PICC Interface", Map.of(0x00, 2), ReadRule.ONE_OR_FAIL, true),
            acs("acr1252", "ACS ACR1252 Dual Reader PICC", Map.of(0x00, 2, 0x20, 32), ReadRule.MANY, false),
            identiv(
                    "identiv",
                    "SCM Microsystems Inc. SCL3711 reader",
                    ReadRule.ONE_ALWAYS,
                    Set.of(ValueStyle.F0_SCL),
                    OwnCommands.NONE),
            identiv(
                    "identiv-utrust",
                    "Identiv uTrust 3720 Contactless Reader",
                    ReadRule.ONE_ALWAYS_OR_SECTOR,
                    Set.of(ValueStyle.F0_UTRUST, ValueStyle.PART_3),
                    IdentivCommands::new),
            omnikey("omnikey5x21", "OMNIKEY CardMan 5x21-CL", BOTH, ValueStyle.OMNIKEY, OwnCommands.NONE),
            omnikey(
                    "omnikey5x22",
                    "HID Global OMNIKEY 5422 Smart Card Reader",
                    NEW,
                    ValueStyle.OMNIKEY,
                    OmnikeyCommands::new),
            omnikey(
                    "omnikey5023",
                    "HID Global OMNIKEY 5023 Smart Card Reader",
                    NEW,
                    ValueStyle.PART_3,
                    OmnikeyCommands::new),
            part3(
                    "springcard",
                    "SpringCard Prox'N'Roll Contactless",
                    new KeyRule(P2Meaning.SLOT_BY_TYPE, Map.of(0, 4), 0, false, NOT_ALLOWED, NO_SUCH_KEY, KEY_LENGTH),
                    NEW,
                    Set.of(ValueStyle.SPRINGCARD),
                    SpringCoreCommands::new,
                    false),
            part3(
                    "feitian-r502",
                    "Feitian R502 Contactless Reader",
                    new KeyRule(P2Meaning.SLOT, Map.of(0, 1), 1, false, NOT_ALLOWED, NO_SUCH_KEY, KEY_LENGTH),
                    NEW,
                    Set.of(),
                    OwnCommands.NONE,
                    false),
            part3("cherry", "Cherry TC 1300", PLAIN_KEYS, NEW, Set.of(ValueStyle.PART_3), OwnCommands.NONE, false),
            part3(
                    "microsoft-nfc",
                    "Microsoft IFD 0",
                    new KeyRule(P2Meaning.SLOT, Map.of(0, 256), 0, true, NOT_ALLOWED, NO_SUCH_KEY, KEY_LENGTH),
                    NEW,
                    Set.of(),
                    OwnCommands.NONE,
                    true));

    private FirmwareProfiles() {}

    static Optional<FirmwareProfile> ofId(String id) {
        return ALL.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return ALL.stream().map(FirmwareProfile::id).toList();
    }

    private static FirmwareProfile part3(
            String id,
            String name,
            KeyRule keys,
            Set<Integer> authenticates,
            Set<ValueStyle> values,
            Supplier<OwnCommands> own,
            boolean transparent) {
        return new FirmwareProfile(
                id,
                name,
                keys,
                authenticates,
                FAILED,
                NO_SUCH_KEY,
                NOT_ALLOWED,
                NOT_OPEN,
                ReadRule.ONE,
                values,
                own,
                false,
                false,
                transparent,
                true,
                ReaderDriver.SILENT);
    }

    private static FirmwareProfile acs(
            String id, String name, Map<Integer, Integer> slots, ReadRule reads, boolean pn532) {
        KeyRule keys = new KeyRule(P2Meaning.SLOT, slots, 0, false, FAILED, FAILED, FAILED);
        return new FirmwareProfile(
                id,
                name,
                keys,
                BOTH,
                FAILED,
                FAILED,
                FAILED,
                FAILED,
                reads,
                Set.of(ValueStyle.ACS),
                pn532 ? Acr122Commands::new : E0Commands::new,
                pn532,
                pn532,
                !pn532,
                pn532,
                ReaderDriver.SILENT);
    }

    private static FirmwareProfile identiv(
            String id, String name, ReadRule reads, Set<ValueStyle> values, Supplier<OwnCommands> own) {
        return new FirmwareProfile(
                id,
                name,
                TYPE_KEYS,
                NEW,
                FAILED,
                NOT_ALLOWED,
                NOT_ALLOWED,
                NOT_OPEN,
                reads,
                values,
                own,
                false,
                false,
                values.contains(ValueStyle.PART_3),
                true,
                ReaderDriver.SILENT);
    }

    private static FirmwareProfile omnikey(
            String id, String name, Set<Integer> authenticates, ValueStyle values, Supplier<OwnCommands> own) {
        return new FirmwareProfile(
                id,
                name,
                STORED_KEYS,
                authenticates,
                FAILED,
                NO_SUCH_KEY,
                NOT_ALLOWED,
                NOT_OPEN,
                ReadRule.ONE,
                Set.of(values),
                own,
                false,
                false,
                true,
                true,
                ReaderDriver.SILENT);
    }
}
