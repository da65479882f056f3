package io.github.tagsmith.desfire.picc.image;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonNode;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.Delegation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Applications in an image. */
final class ApplicationImage {

    private ApplicationImage() {}

    static Map<String, Object> write(Application application) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("aid", application.aid());
        members.put("keySettings", application.settings());
        application.isoId().ifPresent(id -> members.put("isoId", id));
        application.dfName().ifPresent(name -> members.put("dfName", name));
        members.put("isoFiles", application.isoFiles() ? 1 : 0);
        application.delegation().ifPresent(place -> members.put("delegation", write(place)));
        members.put("keySets", KeyImage.write(application.keySets()));
        List<Object> files = new ArrayList<>();
        application.files().forEach((number, file) -> files.add(FileImage.write(number, file)));
        members.put("files", files);
        return members;
    }

    private static Map<String, Object> write(Delegation place) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("slot", place.slot());
        members.put("version", place.version());
        members.put("quota", place.quota());
        members.put("used", place.used());
        return members;
    }

    static Application read(JsonNode node) throws NfcException {
        Fields fields =
                Fields.of(node, "aid", "keySettings", "isoId", "dfName", "isoFiles", "delegation", "keySets", "files");
        String aid = fields.text("aid");
        return new Application(
                fields.make(() -> Aid.of(aid)),
                keySettings(fields),
                KeyImage.readSets(node.require("keySets")),
                FileImage.isoId(fields),
                dfName(fields),
                fields.flag("isoFiles"),
                files(fields),
                delegation(node));
    }

    static KeySettings keySettings(Fields fields) throws NfcException {
        Bytes settings = fields.hex("keySettings");
        return fields.make(() -> new KeySettings((int) settings.toUnsignedBigEndian()));
    }

    private static Optional<DfName> dfName(Fields fields) throws NfcException {
        Optional<Bytes> name = fields.hexIfThere("dfName");
        return name.isEmpty() ? Optional.empty() : Optional.of(fields.make(() -> new DfName(name.get())));
    }

    private static SortedMap<FileNo, CardFile> files(Fields fields) throws NfcException {
        SortedMap<FileNo, CardFile> files = new TreeMap<>();
        for (JsonNode file : fields.list("files")) {
            if (files.put(FileImage.number(file), FileImage.read(file)) != null) {
                throw file.malformed("two files have this number");
            }
        }
        return files;
    }

    private static Optional<Delegation> delegation(JsonNode node) throws NfcException {
        Optional<JsonNode> member = node.member("delegation");
        if (member.isEmpty()) {
            return Optional.empty();
        }
        Fields place = Fields.of(member.get(), "slot", "version", "quota", "used");
        int quota = place.number("quota", 0, 0xFFFF);
        return Optional.of(new Delegation(
                place.number("slot", 0, 0xFFFF),
                place.number("version", 0, 0xFF),
                quota,
                place.number("used", 0, quota)));
    }
}
