package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.classic.ndef.Tlv;
import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.ndef.NdefMessage;
import io.github.tagsmith.core.ndef.NdefRecord;
import io.github.tagsmith.core.ndef.SmartPoster;
import io.github.tagsmith.core.ndef.TextRecord;
import io.github.tagsmith.core.ndef.UriRecord;
import io.github.tagsmith.core.ndef.WellKnown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** NDEF records for JSON and for reading; a message that cannot be understood is said to be so, and shown in hex. */
final class NdefJson {

    private static final int LONGEST = 200;

    private NdefJson() {}

    static Map<String, @Nullable Object> of(NdefArea area) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (Bytes message : area.messages()) {
            if (!message.isEmpty()) {
                records.addAll(message(message));
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sectors", area.sectors().stream().map(SectorNo::value).toList());
        json.put("records", records);
        json.put("areaBytes", area.bytes().length());
        json.put("tlvEnd", area.tlvs().end().name().toLowerCase(Locale.ROOT));
        json.put("tlvs", area.tlvs().tlvs().stream().map(NdefJson::tlv).toList());
        return json;
    }

    private static Map<String, Object> tlv(Tlv tlv) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", Hex.ofByte(tlv.type()));
        json.put("length", tlv.value().length());
        return json;
    }

    private static List<Map<String, @Nullable Object>> message(Bytes message) {
        try {
            return records(NdefMessage.parse(message));
        } catch (NfcException malformed) {
            Map<String, @Nullable Object> damaged = new LinkedHashMap<>();
            damaged.put("type", null);
            damaged.put("malformed", malformed.getMessage());
            damaged.put("data", message.toHex());
            return List.of(damaged);
        }
    }

    private static List<Map<String, @Nullable Object>> records(NdefMessage message) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (NdefRecord ndef : message.records()) {
            all.add(record(ndef));
        }
        return all;
    }

    private static Map<String, @Nullable Object> record(NdefRecord ndef) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tnf", ndef.tnf().number());
        json.put("type", ndef.typeText());
        if (!ndef.id().isEmpty()) {
            json.put("id", ndef.id().toHex());
        }
        try {
            Optional<WellKnown> known = WellKnown.of(ndef);
            if (known.isPresent()) {
                put(json, known.get());
            } else {
                payload(json, ndef);
            }
        } catch (NfcException malformed) {
            json.put("malformed", malformed.getMessage());
            payload(json, ndef);
        }
        return json;
    }

    private static void payload(Map<String, @Nullable Object> json, NdefRecord ndef) {
        json.put("payload", ndef.payload().toHex());
    }

    private static void put(Map<String, @Nullable Object> json, WellKnown known) {
        if (known instanceof UriRecord uri) {
            json.put("uri", uri.uri());
        } else if (known instanceof TextRecord text) {
            json.put("lang", text.language());
            json.put("text", text.text());
        } else if (known instanceof SmartPoster poster) {
            json.put("records", records(poster.message()));
        }
    }

    static List<String> lines(NdefArea area) {
        List<Integer> sectors = new ArrayList<>();
        for (SectorNo sector : area.sectors()) {
            sectors.add(sector.value());
        }
        List<String> lines = new ArrayList<>();
        lines.add("NDEF in " + (sectors.size() == 1 ? "sector " : "sectors ") + Ranges.of(sectors) + ":");
        for (Bytes message : area.messages()) {
            if (message.isEmpty()) {
                lines.add("  empty message");
            } else {
                for (Map<String, @Nullable Object> ndef : message(message)) {
                    lines.add("  " + text(ndef));
                }
            }
        }
        return lines;
    }

    private static String text(Map<String, @Nullable Object> ndef) {
        if (ndef.get("uri") != null) {
            return "URI   " + shortened(String.valueOf(ndef.get("uri")));
        }
        if (ndef.get("text") != null) {
            return "text  " + shortened(String.valueOf(ndef.get("text"))) + "  (" + ndef.get("lang") + ")";
        }
        return ndef.entrySet().stream()
                .filter(member -> !member.getKey().equals("tnf"))
                .map(member -> member.getKey() + " " + shortened(String.valueOf(member.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String value) {
        String shown = Printable.of(value);
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, LONGEST) + "... (" + shown.length() + " characters)";
    }
}
