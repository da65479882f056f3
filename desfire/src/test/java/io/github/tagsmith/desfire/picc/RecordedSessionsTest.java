package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import io.github.tagsmith.desfire.picc.memory.Production;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions of real EV1 cards (full-apdu-traces.json: Elmue, native frames; skjolber, wrapped ones), frame by frame: with the nonces
 * that the real card drew, this card answers the very same bytes. What the record does not show of the card before, its keys
 * and applications, is put in.
 */
class RecordedSessionsTest {

    private static final String FILE = "full-apdu-traces.json";

    static Stream<Vector> alone() {
        return Vector.of(FILE, "ev1_session")
                .filter(vector -> !vector.toString().startsWith("skjolber-testaes2"));
    }

    @ParameterizedTest
    @MethodSource("alone")
    void aSession(Vector session) {
        Deque<Bytes> nonces = new ArrayDeque<>();
        replay(new DesfirePicc(before(session), fixed(nonces)), nonces, session);
    }

    /** Four sessions after one another on the same card: format, create, change a key, write and read. */
    @Test
    void sessionsInARow() {
        List<Vector> sessions = Vector.of(FILE, "ev1_session")
                .filter(vector -> vector.toString().startsWith("skjolber-testaes2"))
                .toList();
        assertEquals(4, sessions.size());
        Deque<Bytes> nonces = new ArrayDeque<>();
        DesfirePicc card = new DesfirePicc(before(sessions.get(0)), fixed(nonces));
        sessions.forEach(session -> replay(card, nonces, session));
        assertEquals(4, sessions.size());
    }

    private static RandomSource fixed(Deque<Bytes> nonces) {
        return length -> {
            Bytes next = nonces.removeFirst();
            assertEquals(length, next.length());
            return next;
        };
    }

    private static void replay(DesfirePicc card, Deque<Bytes> nonces, Vector session) {
        nonces.add(nonce(session));
        Aid aid = aid(session);
        if (!session.toString().startsWith("skjolber")) {
            card.answer(Bytes.of(0x5A).plus(aid.toWire()));
        }
        for (Map<String, Object> exchange : exchanges(session)) {
            Bytes command = Bytes.fromHex(Json.text(exchange, "tx"));
            Bytes answer = Bytes.fromHex(Json.text(exchange, "rx"));
            assertEquals(answer, card.answer(command), () -> session + ": " + command);
        }
    }

    private static List<Map<String, Object>> exchanges(Vector session) {
        List<Map<String, Object>> all = new ArrayList<>(Json.objects(session.inputs(), "before"));
        all.addAll(Json.objects(session.inputs(), "auth_frames"));
        Json.objects(session.inputs(), "steps").forEach(step -> all.addAll(Json.objects(step, "frames")));
        return all;
    }

    private static Map<String, Object> auth(Vector session) {
        return Json.object(session.inputs(), "auth");
    }

    private static DesfireKey key(Vector session) {
        Bytes value = Bytes.fromHex(Json.text(auth(session), "key"));
        return switch (Json.text(auth(session), "key_type")) {
            case "DES" -> DesfireKey.of(KeyAlgorithm.TDEA_2, value.plus(value));
            case "2TDEA" -> DesfireKey.of(KeyAlgorithm.TDEA_2, value);
            case "3TDEA" -> DesfireKey.of(KeyAlgorithm.TDEA_3, value);
            default -> new DesfireKey(KeyAlgorithm.AES, SecretBytes.of(value), version(session));
        };
    }

    /** The versions of AES keys that GetKeyVersion of the record tells. */
    private static KeyVersion version(Vector session) {
        return new KeyVersion(
                session.toString().startsWith("skjolber")
                        ? 0x42
                        : session.toString().endsWith("-14") ? 0x10 : 0);
    }

    private static Bytes nonce(Vector session) {
        DesfireKey key = key(session);
        Bytes enciphered = Bytes.fromHex(Json.text(auth(session), "rnd_b_enc"));
        return key.cipher().decipherCbc(Bytes.zeros(key.algorithm().blockSize()), enciphered);
    }

    private static Aid aid(Vector session) {
        if (session.toString().equals("elmue-session-00") || session.toString().contains("testaes")) {
            return Aid.PICC;
        }
        if (session.toString().contains("3k3des")) {
            return new Aid(0xBBBBBB);
        }
        return switch (key(session).algorithm()) {
            case AES -> new Aid(0x00AE16);
            case TDEA_3 -> new Aid(0x00DE24);
            default -> new Aid(0x00DE16);
        };
    }

    private static CardState before(Vector session) {
        CardState factory = FactoryCards.delivered(CardGeneration.EV1, Reader.UID);
        List<Map<String, Object>> first = exchanges(session);
        CardState card = factory;
        for (int i = 0; i + 2 < first.size(); i++) {
            Bytes command = Bytes.fromHex(Json.text(first.get(i), "tx"));
            if (command.equals(Bytes.of(0x60)) || command.equals(Bytes.fromHex("9060000000"))) {
                card = produced(factory, version(first, i), version(first, i + 1), version(first, i + 2));
            }
        }
        Aid aid = aid(session);
        if (aid.isPicc()) {
            return card.with(KeyNo.MASTER, key(session));
        }
        return card.with(application(aid, session));
    }

    private static Bytes version(List<Map<String, Object>> exchanges, int at) {
        Bytes answer = Bytes.fromHex(Json.text(exchanges.get(at), "rx"));
        boolean wrapped = Json.text(exchanges.get(at), "tx").startsWith("90");
        return wrapped ? answer.slice(0, answer.length() - 2) : answer.slice(1);
    }

    private static CardState produced(CardState card, Bytes hardware, Bytes software, Bytes serial) {
        Production production =
                new Production(hardware, software, serial.slice(0, 7), serial.slice(7, 12), serial.slice(12, 14));
        return new CardState(
                card.generation(),
                production,
                card.signature(),
                card.configuration(),
                card.settings(),
                card.keys(),
                card.applications(),
                card.memory(),
                card.used(),
                card.failures());
    }

    private static Application application(Aid aid, Vector session) {
        DesfireKey key = key(session);
        int number = ((Number) Objects.requireNonNull(auth(session).get("key_no"))).intValue();
        KeySet keys = KeySet.of(KeyVersion.ZERO, key.algorithm(), 6, DesfireKey.zero(key.algorithm()))
                .with(new KeyNo(number), key);
        Application application = new Application(
                aid,
                KeySettings.FACTORY,
                KeySets.single(keys),
                Optional.empty(),
                Optional.empty(),
                false,
                new TreeMap<>(),
                Optional.empty());
        return session.toString().contains("3k3des") ? withFiles(application, session) : application;
    }

    /** Backup file 5, value file 4 and record file 0, with the content that was read. */
    private static Application withFiles(Application application, Vector session) {
        List<Map<String, Object>> steps = Json.objects(session.inputs(), "steps");
        FileSettings settings = FileSettings.of(
                FileAccess.of(CommMode.FULL, AccessRights.fromWire(Bytes.fromHex("5412"))), Optional.empty());
        Bytes content = Bytes.fromHex(Json.text(steps.get(1), "rx_data"));
        List<Bytes> records =
                steps.size() > 5 ? List.of(Bytes.fromHex(Json.text(steps.get(5), "rx_data"))) : List.of(Bytes.zeros(4));
        return application
                .with(new FileNo(5), new DataFile(FileType.BACKUP, settings, content))
                .with(new FileNo(4), ValueFile.of(settings, 0, 0x3E8, 3, 0x61, 0))
                .with(new FileNo(0), RecordFile.of(FileType.CYCLIC_RECORD, settings, 4, 10, records));
    }
}
