package io.github.tagsmith.desfire.picc.image;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonNode;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files in an image. */
final class FileImage {

    private static final String[] MEMBERS = {
        "number",
        "type",
        "mode",
        "rights",
        "additionalRights",
        "isoId",
        "sdm",
        "sdmReads",
        "content",
        "lower",
        "upper",
        "value",
        "limit",
        "options",
        "recordSize",
        "capacity",
        "records",
        "key",
        "counter",
        "mac",
        "reader"
    };
    private static final int MOST_RECORDS = 0xFFFFFF;

    private FileImage() {}

    static Map<String, Object> write(FileNo number, CardFile file) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", number.value());
        members.put("type", file.type());
        writeSettings(members, file.settings());
        if (file instanceof DataFile data) {
            members.put("content", data.content().toHex());
        } else if (file instanceof ValueFile value) {
            members.put("lower", value.lower());
            members.put("upper", value.upper());
            members.put("value", value.value());
            members.put("limit", value.limit());
            members.put("options", value.options());
        } else if (file instanceof RecordFile records) {
            members.put("recordSize", records.recordSize());
            members.put("capacity", records.capacity());
            members.put("records", records.records().stream().map(Bytes::toHex).toList());
        } else if (file instanceof TransactionMacFile mac) {
            members.put("key", KeyImage.write(mac.key()));
            members.put("counter", Bytes.bigEndian(mac.counter(), 4).toHex());
            members.put("mac", mac.mac().toHex());
            members.put("reader", mac.readerId().toHex());
        }
        return members;
    }

    private static void writeSettings(Map<String, Object> members, FileSettings settings) {
        FileAccess access = settings.access();
        members.put("mode", access.commMode().name().toLowerCase(Locale.ROOT));
        members.put("rights", access.rights().toWire().toHex());
        if (!access.additionalRights().isEmpty()) {
            members.put(
                    "additionalRights",
                    access.additionalRights().stream()
                            .map(rights -> rights.toWire().toHex())
                            .toList());
        }
        settings.isoId().ifPresent(id -> members.put("isoId", id.toString()));
        if (settings.hasSdm()) {
            members.put("sdm", settings.sdm().toHex());
            members.put("sdmReads", settings.sdmReads());
        }
    }

    static FileNo number(JsonNode node) throws NfcException {
        return new FileNo(new Fields(node).number("number", 0, 31));
    }

    static CardFile read(JsonNode node) throws NfcException {
        Fields fields = Fields.of(node, MEMBERS);
        FileSettings settings = settings(fields);
        FileType type = fields.choice("type", FileImage::type);
        return switch (type) {
            case STANDARD, BACKUP -> new DataFile(type, settings, content(fields));
            case VALUE ->
                ValueFile.of(
                        settings,
                        signed(fields, "lower"),
                        signed(fields, "upper"),
                        signed(fields, "value"),
                        signed(fields, "limit"),
                        fields.number("options", 0, 3));
            case LINEAR_RECORD, CYCLIC_RECORD -> records(fields, type, settings);
            case TRANSACTION_MAC ->
                new TransactionMacFile(
                        settings,
                        KeyImage.read(Fields.of(node.require("key"), "algorithm", "version", "secret")),
                        fixed(fields, "counter", 4).toUnsignedBigEndian(),
                        fixed(fields, "mac", 8),
                        fixed(fields, "reader", 16));
        };
    }

    private static Bytes content(Fields fields) throws NfcException {
        Bytes content = fields.hex("content");
        if (content.isEmpty()) {
            throw fields.node().require("content").malformed("a file of no bytes");
        }
        return content;
    }

    private static int signed(Fields fields, String name) throws NfcException {
        return fields.number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Bytes fixed(Fields fields, String name, int length) throws NfcException {
        Bytes value = fields.hex(name);
        if (value.length() != length) {
            throw fields.node().require(name).malformed(value.length() + " bytes, not " + length);
        }
        return value;
    }

    private static Optional<FileType> type(String name) {
        return Arrays.stream(FileType.values())
                .filter(type -> type.toString().equals(name))
                .findFirst();
    }

    private static Optional<CommMode> mode(String name) {
        return Arrays.stream(CommMode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static RecordFile records(Fields fields, FileType type, FileSettings settings) throws NfcException {
        int size = fields.number("recordSize", 1, MOST_RECORDS);
        int capacity = fields.number("capacity", 1, MOST_RECORDS);
        List<Bytes> records = new ArrayList<>();
        for (JsonNode record : fields.list("records")) {
            Bytes content = Fields.hex(record);
            if (content.length() != size || records.size() == capacity) {
                throw record.malformed(
                        "a record of " + content.length() + " bytes in a file of " + capacity + " records of " + size);
            }
            records.add(content);
        }
        return RecordFile.of(type, settings, size, capacity, records);
    }

    private static FileSettings settings(Fields fields) throws NfcException {
        CommMode mode = fields.choice("mode", FileImage::mode);
        List<AccessRights> additional = new ArrayList<>();
        if (fields.has("additionalRights")) {
            for (JsonNode rights : fields.list("additionalRights")) {
                Bytes wire = Fields.hex(rights);
                additional.add(fields.make(() -> AccessRights.fromWire(wire)));
            }
        }
        Bytes rights = fields.hex("rights");
        FileAccess access = fields.make(() -> new FileAccess(mode, AccessRights.fromWire(rights), additional));
        Bytes sdm = fields.hexIfThere("sdm").orElse(Bytes.EMPTY);
        int reads = fields.has("sdmReads") ? fields.number("sdmReads", 0, 0xFFFFFF) : 0;
        return new FileSettings(access, isoId(fields), sdm, reads);
    }

    static Optional<IsoFileId> isoId(Fields fields) throws NfcException {
        Optional<Bytes> id = fields.hexIfThere("isoId");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(fields.make(() -> new IsoFileId((int) id.get().toUnsignedBigEndian())));
    }
}
