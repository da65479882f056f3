package io.github.tagsmith.desfire.picc.image;

import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonNode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys and key sets in an image. The value of a key is the member {@code secret}. */
final class KeyImage {

    private static final String VERSION = "version";
    private static final String SECRET = "secret";
    private static final String ALGORITHM = "algorithm";
    private static final String NUMBER = "number";
    private static final int MOST = 16;

    private KeyImage() {}

    static Map<String, Object> write(DesfireKey key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(ALGORITHM, key.algorithm());
        members.put(VERSION, key.version().value());
        members.put(SECRET, key.value().reveal().toHex());
        return members;
    }

    static DesfireKey read(Fields key) throws NfcException {
        return read(key, key.choice(ALGORITHM, KeyImage::algorithm));
    }

    private static DesfireKey read(Fields key, KeyAlgorithm algorithm) throws NfcException {
        SecretBytes value = SecretBytes.of(key.hex(SECRET));
        KeyVersion version = new KeyVersion(key.number(VERSION, 0, 255));
        return key.make(() -> new DesfireKey(algorithm, value, version));
    }

    private static Optional<KeyAlgorithm> algorithm(String name) {
        return Arrays.stream(KeyAlgorithm.values())
                .filter(known -> known != KeyAlgorithm.DES && known.toString().equals(name))
                .findFirst();
    }

    static Map<String, Object> write(KeySets sets) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("keys", sets.keyCount());
        members.put("capacity", sets.capacity());
        members.put("longestKey", sets.maxKeySize());
        members.put("rollKey", sets.rollKey());
        members.put("active", sets.active().value());
        List<Object> made = new ArrayList<>();
        sets.sets().forEach((number, set) -> made.add(write(number, set)));
        members.put("sets", made);
        return members;
    }

    private static Map<String, Object> write(KeySetNo number, KeySet set) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(NUMBER, number.value());
        members.put(VERSION, set.version().value());
        members.put(ALGORITHM, set.algorithm());
        members.put("finalized", set.sealed() ? 1 : 0);
        members.put(
                "keys",
                set.keys().stream()
                        .map(key -> {
                            Map<String, Object> written = write(key);
                            written.remove(ALGORITHM);
                            return written;
                        })
                        .toList());
        return members;
    }

    static KeySets readSets(JsonNode node) throws NfcException {
        Fields fields = Fields.of(node, "keys", "capacity", "longestKey", "rollKey", "active", "sets");
        int keyCount = fields.number("keys", 1, 14);
        SortedMap<KeySetNo, KeySet> sets = new TreeMap<>();
        for (JsonNode element : fields.list("sets")) {
            Fields set = Fields.of(element, NUMBER, VERSION, ALGORITHM, "finalized", "keys");
            sets.put(new KeySetNo(set.number(NUMBER, 0, MOST - 1)), readSet(set, keyCount));
        }
        int capacity = fields.number("capacity", 1, MOST);
        int longest = fields.number("longestKey", 16, 24);
        int rollKey = fields.number("rollKey", 0, keyCount - 1);
        KeySetNo active = new KeySetNo(fields.number("active", 0, capacity - 1));
        return fields.make(() -> new KeySets(keyCount, capacity, longest, rollKey, active, sets));
    }

    private static KeySet readSet(Fields set, int keyCount) throws NfcException {
        KeyAlgorithm algorithm = set.choice(ALGORITHM, KeyImage::algorithm);
        List<DesfireKey> keys = new ArrayList<>();
        for (JsonNode key : set.list("keys")) {
            keys.add(read(Fields.of(key, VERSION, SECRET), algorithm));
        }
        if (keys.size() != keyCount) {
            throw set.node().malformed(keys.size() + " keys in a set of " + keyCount);
        }
        return new KeySet(new KeyVersion(set.number(VERSION, 0, 255)), algorithm, keys, set.flag("finalized"));
    }
}
