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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays the reader of recorded sessions (full-apdu-traces.json: Elmue, native frames; skjolber, wrapped ones) word by word: with the recorded nonces of the card, every answer of the software card must
 * be that of the real one, byte for byte, from creating applications to changed keys and enciphered files.
 */
class RecordedCardTest {

    /** A card that was recorded over several sessions. */
    private static final class Recording implements RandomSource {

        private DesfirePicc card;
        private final Queue<Bytes> nonces = new ArrayDeque<>();

        Recording(CardState state) {
            card = new DesfirePicc(state, this);
        }

        @Override
        public Bytes next(int length) {
            Bytes nonce = nonces.remove();
            assertEquals(length, nonce.length());
            return nonce;
        }

        /** Puts in what a session changed that is not among the vectors, and selects the application again. */
        void changedMeanwhile(String aid, DesfireKey key) {
            Application application = card.state().application(Aid.of(aid)).orElseThrow();
            KeySets sets = application.keySets();
            KeySet changed = sets.current().with(KeyNo.MASTER, key);
            card = new DesfirePicc(card.state().with(application.with(sets.with(KeySets.FIRST, changed))), this);
            card.answer(Bytes.of(0x5A).plus(Aid.of(aid).toWire()));
        }

        void play(Vector session) {
            Vector auth = new Vector(Map.of("name", "auth", "inputs", Json.object(session.inputs(), "auth")));
            nonces.add(nonceOf(auth));
            exchange(Json.objects(session.inputs(), "before"));
            exchange(Json.objects(session.inputs(), "auth_frames"));
            Json.objects(session.inputs(), "steps").forEach(step -> exchange(Json.objects(step, "frames")));
        }

        private void exchange(List<Map<String, Object>> frames) {
            for (Map<String, Object> frame : frames) {
                Bytes sent = Bytes.fromHex(Json.text(frame, "tx"));
                assertEquals(Bytes.fromHex(Json.text(frame, "rx")), card.answer(sent), sent::toHex);
            }
        }

        private static Bytes nonceOf(Vector auth) {
            Bytes key = auth.bytes("key");
            KeyAlgorithm algorithm = switch (auth.text("key_type")) {
                case "AES" -> KeyAlgorithm.AES;
                case "3TDEA" -> KeyAlgorithm.TDEA_3;
                default -> key.length() == 8 ? KeyAlgorithm.DES : KeyAlgorithm.TDEA_2;
            };
            Bytes zero = Bytes.zeros(algorithm.blockSize());
            return algorithm.cipher(key).decipherCbc(zero, auth.bytes("rnd_b_enc"));
        }
    }

    private static Vector session(String name) {
        return Vector.of("full-apdu-traces.json", "ev1_session")
                .filter(vector -> vector.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CardState ev1(String hardware, String software, String serial) {
        CardState state = FactoryCards.delivered(CardGeneration.EV1, Bytes.zeros(Production.UID_LENGTH));
        Bytes parts = Bytes.fromHex(serial);
        Production production = new Production(
                Bytes.fromHex(hardware),
                Bytes.fromHex(software),
                parts.slice(0, 7),
                parts.slice(7, 12),
                parts.slice(12));
        return new CardState(
                state.generation(),
                production,
                state.signature(),
                state.configuration(),
                state.settings(),
                state.keys(),
                state.applications(),
                state.memory(),
                state.used(),
                state.failures());
    }

    /** Elmue's DESFire EV1 8K behind a PN532, in bare frames. */
    @Test
    void ev1WithKeysOfEveryKind() {
        Recording card = new Recording(ev1("04010101001A05", "04010101041A05", "04063F72633480BA4519E3204913"));
        play(card, "00", "02", "03");
        card.changedMeanwhile("00DE16", DesfireKey.zero(KeyAlgorithm.TDEA_2));
        play(card, "05", "07");
        Bytes changed = Bytes.fromHex("101820293038404850586068707880889098A0A8B0B8C0C8");
        card.changedMeanwhile("00DE24", DesfireKey.of(KeyAlgorithm.TDEA_3, changed));
        play(card, "09", "10", "12");
        SecretBytes value = SecretBytes.of(Bytes.fromHex("10182028303840485058606870788088"));
        card.changedMeanwhile("00AE16", new DesfireKey(KeyAlgorithm.AES, value, new KeyVersion(0x10)));
        play(card, "14", "15", "16");
    }

    private static void play(Recording card, String... numbers) {
        for (String number : numbers) {
            card.play(session("elmue-session-" + number));
        }
    }

    private static final String ONE = "041F5B92DA2C80BA3498BAD02912";
    private static final String ANOTHER = "04145992DA2C80BA3498BAD02912";

    /** A DESFire EV1 4K whose card key is AES. */
    private static CardState withAesKey(String serial) {
        CardState delivered = ev1("04010101001805", "04010101041805", serial);
        DesfireKey key = new DesfireKey(KeyAlgorithm.AES, SecretBytes.of(Bytes.zeros(16)), new KeyVersion(0x42));
        return delivered.with(KeyNo.MASTER, key);
    }

    /** In wrapped commands, with enciphered files and chains. */
    @Test
    void ev1WithEncipheredFiles() {
        Recording card = new Recording(withAesKey(ONE));
        for (int number = 0; number < 4; number++) {
            card.play(session("skjolber-testaes2-session-" + number));
        }
    }

    /** A card like it. */
    @ParameterizedTest
    @ValueSource(strings = {"testaes1-session-0", "testaes1-session-1", "testaes4-session-0"})
    void ev1AtCardLevel(String name) {
        new Recording(withAesKey(ANOTHER)).play(session("skjolber-" + name));
    }

    /** An application with keys for 3K3DES whose files were there before: backup file 5, value file 4, record file 0. */
    @ParameterizedTest
    @ValueSource(strings = {"test3k3des2-session-0", "test3k3des3-session-0"})
    void ev1WithFilesOfThreeKeyTdea(String name) {
        Vector session = session("skjolber-" + name);
        Vector auth = new Vector(Map.of("name", "auth", "inputs", Json.object(session.inputs(), "auth")));
        List<Map<String, Object>> steps = Json.objects(session.inputs(), "steps");
        KeySet keys = KeySet.of(KeyVersion.ZERO, KeyAlgorithm.TDEA_3, 6, DesfireKey.zero(KeyAlgorithm.TDEA_3))
                .with(new KeyNo(5), DesfireKey.of(KeyAlgorithm.TDEA_3, auth.bytes("key")));
        FileSettings settings = FileSettings.of(
                FileAccess.of(CommMode.FULL, AccessRights.fromWire(Bytes.fromHex("5412"))), Optional.empty());
        List<Bytes> records =
                steps.size() > 5 ? List.of(Bytes.fromHex(Json.text(steps.get(5), "rx_data"))) : List.of(Bytes.zeros(4));
        Application application = new Application(
                        new Aid(0xBBBBBB),
                        KeySettings.FACTORY,
                        KeySets.single(keys),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        new TreeMap<>(),
                        Optional.empty())
                .with(
                        new FileNo(5),
                        new DataFile(FileType.BACKUP, settings, Bytes.fromHex(Json.text(steps.get(1), "rx_data"))))
                .with(new FileNo(4), ValueFile.of(settings, 0, 0x3E8, 3, 0x61, 0))
                .with(new FileNo(0), RecordFile.of(FileType.CYCLIC_RECORD, settings, 4, 10, records));
        new Recording(withAesKey(ONE).with(application)).play(session);
    }
}
