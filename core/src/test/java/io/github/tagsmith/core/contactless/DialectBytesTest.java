package io.github.tagsmith.core.contactless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.dialect.KeyForms;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every operation that a row has, against the bytes that its manual prints. */
class DialectBytesTest {

    private static final SecretBytes KEY = SecretBytes.of(Bytes.repeat(6, 0xFF));
    private static final Bytes BLOCK = Bytes.fromHex("000102030405060708090A0B0C0D0E0F");

    /** Keeps what is sent, and refuses it, so that one operation sends one command. */
    private static final class Recorder {

        private final List<Bytes> sent = new ArrayList<>();
        private final Bytes answer;

        Recorder(int sw) {
            this.answer = Bytes.bigEndian(sw, 2);
        }

        Bytes record(Bytes command) {
            sent.add(command);
            return answer;
        }
    }

    private interface Operation {
        void run(StorageCard card, Recorder recorder) throws NfcException;
    }

    @Test
    void everyOperationOfEveryRowIsAsItsSourceHasIt() throws IOException {
        Map<String, String> actual = new TreeMap<>();
        for (Dialect dialect : Dialects.builtIn().all()) {
            operations(dialect).forEach((name, operation) -> {
                Recorder recorder = new Recorder(0x6401);
                try {
                    operation.run(new StorageCard(recorder::record, dialect), recorder);
                } catch (NfcException refused) {
                    // what was sent is what counts
                }
                actual.put(dialect.id() + " | " + name, recorder.sent.get(0).toHex());
            });
        }
        assertEquals(String.join("\n", lines(expected())), String.join("\n", lines(actual)));
    }

    private static List<String> lines(Map<String, String> map) {
        return map.entrySet().stream()
                .map(e -> e.getKey() + " | " + e.getValue())
                .toList();
    }

    private static Map<String, Operation> operations(Dialect dialect) {
        Map<String, Operation> all = new LinkedHashMap<>();
        KeyForms keys = dialect.keys();
        int slot = keys.firstSlot();
        all.put("load A", (card, r) -> card.loadKey(slot, KeyType.A, KEY));
        if (keys.boundToType()) {
            all.put("load B", (card, r) -> card.loadKey(slot, KeyType.B, KEY));
        }
        keys.storedLoad()
                .ifPresent(f -> all.put("load stored A", (card, r) -> card.loadStoredKey(slot, KeyType.A, KEY)));
        all.put("authenticate A", (card, r) -> card.authenticate(4, KeyType.A, slot));
        all.put("authenticate B", (card, r) -> card.authenticate(4, KeyType.B, slot));
        keys.oldAuthenticate()
                .ifPresent(f -> all.put("old authenticate A", (card, r) -> {
                    Recorder old = new Recorder(0x6D00);
                    new StorageCard(old::record, dialect).authenticate(4, KeyType.A, slot);
                    r.record(old.sent.get(1));
                }));
        all.put("read", (card, r) -> card.read(4));
        StorageCard probe = new StorageCard(command -> command, dialect);
        if (probe.blocksAtOnce(4, 3) == 3) {
            all.put("read small", (card, r) -> card.readBlocks(4, 3));
        }
        if (probe.blocksAtOnce(128, 15) == 15) {
            all.put("read large", (card, r) -> card.readBlocks(128, 15));
        }
        all.put("update", (card, r) -> card.update(4, BLOCK));
        values(dialect, all);
        settings(dialect, all);
        dialect.passThrough()
                .ifPresent(f -> all.put("pn53x", (card, r) -> new Pn53x(r::record, dialect).firmwareVersion()));
        return all;
    }

    private static void values(Dialect dialect, Map<String, Operation> all) {
        dialect.values()
                .store()
                .ifPresent(f -> all.put("store", (card, r) -> card.values().store(4, 1)));
        dialect.values()
                .copy()
                .ifPresent(f -> all.put("copy", (card, r) -> card.values().copy(4, 5)));
        dialect.values()
                .read()
                .ifPresent(f -> all.put("read value", (card, r) -> card.values().read(4)));
        dialect.values()
                .increment()
                .ifPresent(f -> all.put("increment", (card, r) -> {
                    Bytes sent = f.fill(Fill.value(4, 1).values());
                    r.record(sent);
                }));
        dialect.values()
                .decrement()
                .ifPresent(f -> all.put("decrement", (card, r) -> {
                    Bytes sent = f.fill(Fill.value(4, 1).values());
                    r.record(sent);
                }));
    }

    private static void settings(Dialect dialect, Map<String, Operation> all) {
        for (SettingForm setting : dialect.settings()) {
            String name = setting.name();
            setting.get()
                    .ifPresent(f -> all.put(
                            "get " + name, (card, r) -> settings(dialect, r).get(name)));
            setting.set()
                    .ifPresent(f -> all.put("set " + name, (card, r) -> {
                        if (setting.takesDuration()) {
                            settings(dialect, r).set(name, Duration.ofMillis(100));
                        } else {
                            settings(dialect, r).set(name, 1);
                        }
                    }));
        }
    }

    private static ReaderSettings settings(Dialect dialect, Recorder recorder) {
        return new ReaderSettings(dialect, Optional.of(recorder::record), Optional.of(recorder::record));
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(DialectBytesTest.class.getResourceAsStream("dialect-bytes.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" \\| ", -1);
                    assertEquals(4, parts.length, "without a source: " + line);
                    expected.put(
                            parts[0] + " | " + parts[1], Bytes.fromHex(parts[2]).toHex());
                }
            }
        }
        return expected;
    }
}
