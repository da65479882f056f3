package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.CardVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the answers of some DESFire commands say; whatever follows a value is its MAC. */
final class DesfireAnswer {

    private static final int AID = 3;
    private static final int MAC = 8;
    private static final int VALUE = 4;

    private static final Map<String, Function<Bytes, Map<String, Object>>> PARSERS = Map.of(
            "GetVersion", DesfireAnswer::version,
            "GetApplicationIDs", DesfireAnswer::aids,
            "GetValue", DesfireAnswer::value);

    private DesfireAnswer() {}

    static Map<String, Object> parse(String command, Bytes data) {
        return PARSERS.getOrDefault(command, any -> Map.of()).apply(data);
    }

    private static Map<String, Object> version(Bytes data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try {
            CardVersion version = CardVersion.parse(data);
            Bytes hardware = version.hardware();
            fields.put("vendor", hardware.slice(0, 1).toHex());
            fields.put("hwType", hardware.slice(1, 2).toHex());
            fields.put("hwVersion", hardware.get(3) + "." + hardware.get(4));
            fields.put("storageCode", hardware.slice(5, 6).toHex());
            version.software().ifPresent(software -> fields.put("swVersion", software.get(3) + "." + software.get(4)));
            version.uid().ifPresent(uid -> fields.put("uid", uid.toHex()));
            version.batch().ifPresent(batch -> fields.put("batch", batch.toHex()));
            version.week().ifPresent(week -> fields.put("week", week));
            version.year().ifPresent(year -> fields.put("year", year));
        } catch (NfcException otherLength) {
            return Map.of();
        }
        return fields;
    }

    /** Three bytes each; eight more are a MAC, for three times anything is never two more than three times something. */
    private static Map<String, Object> aids(Bytes data) {
        int end = data.length() % AID == MAC % AID && data.length() >= MAC ? data.length() - MAC : data.length();
        if (end % AID != 0) {
            return Map.of();
        }
        List<String> aids = new ArrayList<>();
        for (int at = 0; at < end; at += AID) {
            aids.add(data.slice(at, at + AID).reversed().toHex());
        }
        return Map.of("aids", aids);
    }

    private static Map<String, Object> value(Bytes data) {
        if (data.length() != VALUE && data.length() != VALUE + MAC && data.length() != VALUE + MAC / 2) {
            return Map.of();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", (long) (int) data.slice(0, VALUE).toUnsignedLittleEndian());
        if (data.length() > VALUE) {
            fields.put("mac", data.slice(VALUE).toHex());
        }
        return fields;
    }
}
