package io.github.tagsmith.cli.explain;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Ats;
import io.github.tagsmith.core.identify.CardVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a chip says of itself: ATS and version. */
final class ChipTopics {

    private static final int NXP = 0x04;
    private static final int LONG_VERSION = 28;
    private static final int SHORT_VERSION = 8;

    private ChipTopics() {}

    static boolean isAts(Bytes bytes) {
        return bytes.length() >= 2 && bytes.length() <= 20 && bytes.get(0) == bytes.length() && bytes.get(1) < 0x80;
    }

    static Explanation ats(Bytes bytes) throws NfcException {
        Ats ats = Ats.parse(bytes);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("frame", "the card takes frames of up to " + ats.frameSize() + " bytes (FSC)");
        ats.rates().ifPresent(rates -> {
            details.put("to card", rates.toCard());
            details.put("from card", rates.fromCard());
        });
        ats.waiting().ifPresent(waiting -> {
            details.put("FWT", String.format("%.1f ms for an answer", waiting.frameMicros() / 1000));
            details.put("SFGT", String.format("%.1f ms of rest after the ATS", waiting.guardMicros() / 1000));
        });
        ats.options().ifPresent(options -> {
            details.put("CID", options.cid());
            details.put("NAD", options.nad());
        });
        details.put(
                "historical",
                ats.historical().isEmpty() ? "none" : ats.historical().toHex());
        return new Explanation(
                "ats", bytes.toHex(), "answer to select (ISO/IEC 14443-4)", details, List.of(), List.of());
    }

    static boolean isVersion(Bytes bytes) {
        return (bytes.length() == LONG_VERSION && bytes.get(0) == NXP)
                || (bytes.length() == SHORT_VERSION && bytes.get(0) == 0 && bytes.get(1) == NXP);
    }

    static Explanation version(Bytes bytes) throws NfcException {
        CardVersion version = CardVersion.parse(bytes);
        Bytes hardware = version.hardware();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "vendor",
                hardware.get(0) == NXP ? "04 (NXP)" : hardware.slice(0, 1).toHex());
        details.put("type", hardware.slice(1, 3).toHex());
        details.put("hardware", hardware.get(3) + "." + hardware.get(4));
        version.software().ifPresent(software -> details.put("software", software.get(3) + "." + software.get(4)));
        details.put("storage", version.storage());
        version.uid().ifPresent(uid -> details.put("UID", uid.isAll(0) ? "hidden (random UID)" : uid.toHex()));
        version.batch().ifPresent(batch -> details.put("batch", batch.toHex()));
        version.week()
                .ifPresent(week -> details.put(
                        "made", "week " + week + " of 20" + version.year().orElse("")));
        return new Explanation(
                "version", bytes.toHex(), version.product().orElse("product unknown"), details, List.of(), List.of());
    }
}
