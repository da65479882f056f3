package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.desfire.sdm.SdmText;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** File settings in words. */
final class FileText {

    private FileText() {}

    static Map<String, @Nullable Object> json(FileNo number, FileSettings settings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", number.value());
        json.put("type", settings.type().toString());
        json.put("comm", Words.mode(settings.access().commMode()));
        json.put("rights", rights(settings.access().rights()));
        json.put(
                "additionalRights",
                settings.access().additionalRights().stream()
                        .map(FileText::rights)
                        .toList());
        if (settings instanceof FileSettings.Data data) {
            json.put("size", data.size());
            json.put("sdm", data.sdm().map(SdmText::json).orElse(null));
        }
        if (settings instanceof FileSettings.Value value) {
            json.put("lowerLimit", value.lowerLimit());
            json.put("upperLimit", value.upperLimit());
            json.put("limitedCreditValue", value.value());
            json.put("limitedCredit", value.limitedCredit());
            json.put("freeGetValue", value.freeGetValue());
        }
        if (settings instanceof FileSettings.Records records) {
            json.put("recordSize", records.recordSize());
            json.put("maxRecords", records.maxRecords());
            json.put("currentRecords", records.currentRecords());
        }
        if (settings instanceof FileSettings.TransactionMac mac) {
            json.put("keyVersion", mac.keyVersion().value());
        }
        return json;
    }

    private static Map<String, @Nullable Object> rights(AccessRights rights) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("read", rights.read().toString());
        json.put("write", rights.write().toString());
        json.put("readWrite", rights.readWrite().toString());
        json.put("change", rights.change().toString());
        return json;
    }

    /** Type, size, mode and rights in a line; further rights and secure dynamic messaging in more of them. */
    static List<String> lines(FileNo number, FileSettings settings) {
        List<String> lines = new ArrayList<>();
        lines.add("file " + number + "  " + settings.type() + ", " + size(settings) + ", "
                + Words.mode(settings.access().commMode()) + ", rights "
                + Words.rights(settings.access().rights()));
        settings.access().additionalRights().forEach(further -> lines.add("    or rights " + Words.rights(further)));
        if (settings instanceof FileSettings.Data data) {
            data.sdm().map(FileText::sdm).ifPresent(lines::addAll);
        }
        return lines;
    }

    /** Secure dynamic messaging, below the line of its file. */
    static List<String> sdm(SdmSettings sdm) {
        return SdmText.lines(sdm).stream().map(line -> "    SDM " + line).toList();
    }

    static String size(FileSettings settings) {
        if (settings instanceof FileSettings.Data data) {
            return data.size() + " bytes" + (data.sdm().isPresent() ? ", SDM" : "");
        }
        if (settings instanceof FileSettings.Value value) {
            return value.lowerLimit() + " to " + value.upperLimit();
        }
        if (settings instanceof FileSettings.Records records) {
            return records.currentRecords() + " of " + records.maxRecords() + " records of " + records.recordSize()
                    + " bytes";
        }
        return "counter and MAC";
    }
}
