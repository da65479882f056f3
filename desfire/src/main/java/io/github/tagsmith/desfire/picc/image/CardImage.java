package io.github.tagsmith.desfire.picc.image;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonFile;
import io.github.tagsmith.core.json.JsonNode;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.memory.Configuration.FailureRule;
import io.github.tagsmith.desfire.picc.memory.FailureCount;
import io.github.tagsmith.desfire.picc.memory.KeyPlace;
import io.github.tagsmith.desfire.picc.memory.Production;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Card images: all that a card keeps, as text and back. */
public final class CardImage {

    private static final String FORMAT = "tagsmith-card-image";
    private static final int VERSION = 1;
    private static final int MOST_BLOCKS = 1 << 20;
    private static final int USERS_AT = 4;
    private static final int MOST_MESSAGING = 7;

    private CardImage() {}

    /**
     * Whether a file looks like an image, right or not.
     *
     * @param text the beginning of the file, or all of it
     * @return true if it names the format
     */
    public static boolean isImage(String text) {
        return text.contains("\"" + FORMAT + "\"");
    }

    /**
     * Writes an image.
     *
     * @param card the card
     * @return JSON, keys in clear
     */
    public static String write(CardState card) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("version", VERSION);
        members.put("warning", "every \"secret\" here is a key in clear");
        members.put("card", card.generation());
        members.put("production", write(card.production()));
        members.put("signature", card.signature().toHex());
        members.put("configuration", write(card.configuration()));
        members.put("memoryBlocks", card.memory());
        members.put("usedBlocks", card.used());
        members.put("keySettings", card.settings());
        List<Object> keys = new ArrayList<>();
        card.keys().forEach((number, key) -> keys.add(write(number, key)));
        members.put("keys", keys);
        List<Object> failures = new ArrayList<>();
        card.failures().forEach((place, count) -> failures.add(write(place, count)));
        members.put("failures", failures);
        members.put(
                "applications",
                card.applications().values().stream()
                        .map(ApplicationImage::write)
                        .toList());
        return JsonFile.write(members);
    }

    private static Map<String, Object> write(Production production) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("uid", production.uid().toHex());
        members.put("hardware", production.hardware().toHex());
        members.put("software", production.software().toHex());
        members.put("batch", production.batch().toHex());
        members.put("date", production.date().toHex());
        return members;
    }

    private static Map<String, Object> write(Configuration configuration) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("noFormat", configuration.has(Configuration.NO_FORMAT) ? 1 : 0);
        members.put("randomUid", configuration.has(Configuration.RANDOM_UID) ? 1 : 0);
        members.put("lrp", configuration.lrp() ? 1 : 0);
        members.put("ats", configuration.ats().toHex());
        members.put("sak", configuration.sak().toHex());
        members.put("messagingOff", configuration.messaging());
        members.put(
                "userCapabilities", configuration.capabilities().slice(USERS_AT).toHex());
        Map<String, Object> defaultKey = new LinkedHashMap<>();
        defaultKey.put("version", configuration.defaultVersion().value());
        defaultKey.put("secret", configuration.defaultKey().reveal().toHex());
        members.put("defaultKey", defaultKey);
        Map<String, Object> failures = new LinkedHashMap<>();
        failures.put("counted", configuration.failures().enabled() ? 1 : 0);
        failures.put("limit", configuration.failures().limit());
        failures.put("decrement", configuration.failures().decrement());
        members.put("failures", failures);
        return members;
    }

    private static Map<String, Object> write(KeyNo number, DesfireKey key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", number.value());
        members.putAll(KeyImage.write(key));
        return members;
    }

    private static Map<String, Object> write(KeyPlace place, FailureCount count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("aid", place.aid());
        members.put("key", place.key().value());
        members.put("count", count.total());
        members.put("inARow", count.inARow());
        return members;
    }

    /**
     * Reads an image.
     *
     * @param text JSON
     * @return the card
     * @throws NfcException {@code MALFORMED_INPUT} with line and column
     */
    public static CardState read(String text) throws NfcException {
        JsonNode root = JsonFile.parse(text);
        Fields fields = Fields.of(
                root,
                "format",
                "version",
                "warning",
                "card",
                "production",
                "signature",
                "configuration",
                "memoryBlocks",
                "usedBlocks",
                "keySettings",
                "keys",
                "failures",
                "applications");
        if (!fields.text("format").equals(FORMAT)) {
            throw root.require("format").malformed("this is no " + FORMAT);
        }
        fields.number("version", VERSION, VERSION);
        CardGeneration generation = fields.choice("card", CardGeneration::of);
        int memory = fields.number("memoryBlocks", 0, MOST_BLOCKS);
        SortedMap<KeyNo, DesfireKey> keys = keys(fields);
        if (generation.can(Capability.APPLICATIONS) != keys.containsKey(KeyNo.MASTER)) {
            throw root.require("keys").malformed("key 0 is missing, or this card has no keys of its own");
        }
        return new CardState(
                generation,
                production(root.require("production")),
                fields.hex("signature"),
                configuration(root.require("configuration")),
                ApplicationImage.keySettings(fields),
                keys,
                applications(fields),
                memory,
                fields.number("usedBlocks", 0, memory),
                failures(fields));
    }

    private static Production production(JsonNode node) throws NfcException {
        Fields fields = Fields.of(node, "uid", "hardware", "software", "batch", "date");
        return fields.make(() -> new Production(
                fields.hex("hardware"),
                fields.hex("software"),
                fields.hex("uid"),
                fields.hex("batch"),
                fields.hex("date")));
    }

    private static Configuration configuration(JsonNode node) throws NfcException {
        Fields fields = Fields.of(
                node,
                "noFormat",
                "randomUid",
                "lrp",
                "ats",
                "sak",
                "messagingOff",
                "userCapabilities",
                "defaultKey",
                "failures");
        Fields key = Fields.of(node.require("defaultKey"), "version", "secret");
        Fields rule = Fields.of(node.require("failures"), "counted", "limit", "decrement");
        Bytes secret = key.hex("secret");
        if (secret.length() != Configuration.DEFAULT_KEY_LENGTH) {
            throw key.node().malformed("a default key of " + secret.length() + " bytes, not 24");
        }
        Bytes ats = fields.hex("ats");
        if (ats.isEmpty()) {
            throw node.require("ats").malformed("an answer to select of no bytes");
        }
        Bytes sak = fields.hexIfThere("sak").orElse(Configuration.SAK);
        Bytes users = fields.hexIfThere("userCapabilities").orElse(Bytes.zeros(2));
        if (sak.length() != 2 || users.length() != 2) {
            throw node.malformed("sak and userCapabilities have 2 bytes each");
        }
        int flags = (fields.flag("noFormat") ? Configuration.NO_FORMAT : 0)
                | (fields.flag("randomUid") ? Configuration.RANDOM_UID : 0);
        Configuration read = new Configuration(
                flags,
                SecretBytes.of(secret),
                new KeyVersion(key.number("version", 0, 255)),
                ats,
                sak,
                fields.has("messagingOff") ? fields.number("messagingOff", 0, MOST_MESSAGING) : 0,
                Bytes.zeros(USERS_AT).plus(users),
                new FailureRule(
                        rule.flag("counted"), rule.number("limit", 0, 0xFFFF), rule.number("decrement", 0, 0xFFFF)));
        return fields.flag("lrp") ? read.withLrp() : read;
    }

    private static SortedMap<KeyNo, DesfireKey> keys(Fields fields) throws NfcException {
        SortedMap<KeyNo, DesfireKey> keys = new TreeMap<>();
        for (JsonNode node : fields.list("keys")) {
            Fields key = Fields.of(node, "number", "algorithm", "version", "secret");
            keys.put(new KeyNo(key.number("number", 0, 63)), KeyImage.read(key));
        }
        return keys;
    }

    private static Map<Aid, Application> applications(Fields fields) throws NfcException {
        Map<Aid, Application> applications = new LinkedHashMap<>();
        for (JsonNode node : fields.list("applications")) {
            Application application = ApplicationImage.read(node);
            if (application.aid().isPicc() || applications.put(application.aid(), application) != null) {
                throw node.malformed("application " + application.aid() + " cannot be, or is there twice");
            }
        }
        return applications;
    }

    private static SortedMap<KeyPlace, FailureCount> failures(Fields fields) throws NfcException {
        SortedMap<KeyPlace, FailureCount> failures = new TreeMap<>();
        for (JsonNode node : fields.list("failures")) {
            Fields failure = Fields.of(node, "aid", "key", "count", "inARow");
            String aid = failure.text("aid");
            failures.put(
                    new KeyPlace(failure.make(() -> Aid.of(aid)), new KeyNo(failure.number("key", 0, 63))),
                    new FailureCount(
                            failure.number("count", 0, Integer.MAX_VALUE),
                            failure.has("inARow") ? failure.number("inARow", 0, FailureCount.MOST_IN_A_ROW) : 0));
        }
        return failures;
    }
}
