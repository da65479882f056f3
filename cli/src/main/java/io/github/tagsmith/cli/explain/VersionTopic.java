package io.github.tagsmith.cli.explain;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.CardVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to GetVersion, frames joined. */
final class VersionTopic implements ByteTopic {

    private static final int NXP = 0x04;
    private static final int LONG_VERSION = 28;
    private static final int SHORT_VERSION = 8;

    @Override
    public String name() {
        return "version";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return (bytes.length() == LONG_VERSION && bytes.get(0) == NXP)
                || (bytes.length() == SHORT_VERSION && bytes.get(0) == 0 && bytes.get(1) == NXP);
    }

    @Override
    public Explanation explanation(Bytes bytes) throws NfcException {
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
