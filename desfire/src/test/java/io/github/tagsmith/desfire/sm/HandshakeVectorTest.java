package io.github.tagsmith.desfire.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader's side of all handshakes against published and recorded ones. */
class HandshakeVectorTest {

    static Stream<Vector> legacy() {
        return Stream.of("d40-auth-session-key.json", "ev1-des-auth.json", "ev1-3k3des-auth.json", "ev1-aes-auth.json")
                .flatMap(file -> Vector.of(file, "d40_auth", "ev1_auth"));
    }

    static Stream<Vector> ev2() {
        return Stream.concat(
                Vector.of("ev2-auth-first.json", "ev2_auth_first"),
                Vector.of("ev2-nonfirst.json", "ev2_auth_nonfirst"));
    }

    static Stream<Vector> ev2Keys() {
        return Vector.of("ev2-auth-first.json", "ev2_session_keys");
    }

    static Stream<Vector> lrp() {
        return Vector.of("lrp-auth.json", "lrp_auth_first");
    }

    static Stream<Vector> lrpKeys() {
        return Vector.of("lrp-auth.json", "lrp_session_keys");
    }

    @ParameterizedTest
    @MethodSource("legacy")
    void d40AndEv1(Vector vector) throws NfcException {
        KeyAlgorithm algorithm = Keys.algorithm(vector.text("key_type"));
        boolean d40 = vector.operation().equals("d40_auth");
        AuthenticationMethod method = d40
                ? AuthenticationMethod.D40
                : algorithm == KeyAlgorithm.AES ? AuthenticationMethod.AES : AuthenticationMethod.ISO;
        MemoryKey key = Keys.key(algorithm, vector.text("key"), vector.bytes("rnd_a"));
        KeyAnswer answer = key.answer(method, true, vector.bytes("rnd_b_enc"));
        assertEquals(vector.expectedBytes(d40 ? "rnd_ab_dec" : "rnd_ab_enc"), answer.token());
        if (vector.expects("rnd_a_rot_enc")) {
            SessionKeys keys = answer.sessionKeys(vector.expectedBytes("rnd_a_rot_enc"));
            Bytes session = keys.encryption().reveal();
            assertEquals(bits(algorithm, vector.known("session_key")), bits(algorithm, session));
        }
    }

    /** Traces print session keys of DES with the lowest bits cleared, or not. */
    private static Bytes bits(KeyAlgorithm algorithm, Bytes key) {
        return algorithm == KeyAlgorithm.AES ? key : DesKeyBits.cleared(key);
    }

    @ParameterizedTest
    @MethodSource("ev2")
    void ev2FirstAndNonFirst(Vector vector) throws NfcException {
        boolean first = vector.operation().equals("ev2_auth_first");
        MemoryKey key = Keys.key(KeyAlgorithm.AES, vector.text("key"), vector.known("rnd_a"));
        KeyAnswer answer = key.answer(AuthenticationMethod.EV2, first, vector.bytes("rnd_b_enc"));
        assertEquals(vector.bytes("part2_data"), answer.token());
        SessionKeys keys = answer.sessionKeys(vector.bytes("part2_response"));
        assertEquals(vector.known("k_ses_auth_enc"), keys.encryption().reveal());
        assertEquals(vector.known("k_ses_auth_mac"), keys.mac().reveal());
        if (first) {
            assertEquals(
                    Bytes.concat(vector.known("ti"), vector.known("pd_cap2"), vector.known("pcd_cap2")),
                    keys.opening());
        }
    }

    @ParameterizedTest
    @MethodSource("ev2Keys")
    void ev2SessionKeys(Vector vector) {
        Nonces nonces = new Nonces(vector.bytes("rnd_a"), vector.bytes("rnd_b"));
        SessionKeys keys = Ev2Answer.keys(BlockCipher.aes(vector.bytes("key")), nonces, Bytes.EMPTY);
        assertEquals(vector.expectedBytes("k_ses_auth_enc"), keys.encryption().reveal());
        assertEquals(vector.expectedBytes("k_ses_auth_mac"), keys.mac().reveal());
        if (vector.knows("sv1")) {
            assertEquals(vector.known("sv1").slice(6), nonces.vector());
            assertEquals(vector.known("sv2").slice(6), nonces.vector());
        }
    }

    @ParameterizedTest
    @MethodSource("lrp")
    void lrpFirst(Vector vector) throws NfcException {
        MemoryKey key = Keys.key(KeyAlgorithm.AES, vector.text("key"), vector.bytes("rnd_a"));
        Handshake.Challenged challenged =
                Handshake.first(AuthenticationMethod.LRP, new KeyNo(0)).challenged(vector.bytes("part1_response"));
        KeyAnswer answer = challenged.ask(key);
        Bytes expected = vector.expectedBytes("pcd_response");
        assertEquals(vector.bytes("rnd_a").plus(expected), answer.token());
        SessionKeys keys = answer.sessionKeys(vector.bytes("part2_response"));
        assertEquals(vector.known("picc_data"), keys.opening());
        Session session = challenged
                .answered(answer.token())
                .proven(vector.bytes("part2_response"))
                .session(keys);
        LrpSession opened = (LrpSession) session;
        assertEquals(vector.expectedBytes("ti"), opened.mac().ti());
        assertEquals(0, opened.mac().cmdCtr());
        assertEquals(vector.knownNumber("enc_ctr_after"), opened.encCtr());
    }

    @ParameterizedTest
    @MethodSource("lrpKeys")
    void lrpSessionKeys(Vector vector) {
        Nonces nonces = new Nonces(vector.bytes("rnd_a"), vector.bytes("rnd_b"));
        Bytes master = LrpAnswer.master(new Lrp(vector.bytes("key")), nonces);
        assertEquals(vector.expectedBytes("ses_auth_master"), master);
        if (vector.expects("sv")) {
            assertEquals(vector.expectedBytes("sv"), LrpAnswer.vector(nonces));
            Lrp session = new Lrp(master);
            assertEquals(vector.expectedBytes("ses_auth_mac_update_key"), session.updatedKey(LrpSession.MAC_KEY));
            assertEquals(
                    vector.expectedBytes("ses_auth_enc_update_key"), session.updatedKey(LrpSession.ENCRYPTION_KEY));
            List<?> plaintexts = (List<?>) vector.expected("ses_auth_spt");
            assertTrue(plaintexts.contains(session.plaintext(15).toHex().toLowerCase(Locale.ROOT)));
        }
    }
}
