package io.github.tagsmith.desfire.picc.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The card's part of every published handshake: given the key and its nonce, it must give the published answers and accept the
 * published token. The nonce is what the published challenge deciphers to.
 */
class HandshakeVectorTest {

    private static final Bytes NO_CAPABILITIES = Bytes.zeros(6);

    static Stream<Vector> d40() {
        return Vector.of("d40-auth-session-key.json", "d40_auth");
    }

    static Stream<Vector> ev1() {
        return Stream.of("ev1-des-auth.json", "ev1-3k3des-auth.json", "ev1-aes-auth.json")
                .flatMap(file -> Vector.of(file, "ev1_auth"));
    }

    static Stream<Vector> ev2First() {
        return Vector.of("ev2-auth-first.json", "ev2_auth_first");
    }

    static Stream<Vector> ev2NonFirst() {
        return Vector.of("ev2-nonfirst.json", "ev2_auth_nonfirst");
    }

    static Stream<Vector> lrpFirst() {
        return Vector.of("lrp-auth.json", "lrp_auth_first");
    }

    private static DesfireStatus refusalOf(Handshake handshake, Bytes token) {
        return assertThrows(Refusal.class, () -> handshake.finish(token)).status();
    }

    private static void refusesOthers(Handshake handshake, Bytes token) {
        Bytes wrong = token.with(token.length() - 1, Bytes.of(token.get(token.length() - 1) ^ 0x80));
        assertEquals(DesfireStatus.AUTHENTICATION_ERROR, refusalOf(handshake, wrong));
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(handshake, token.slice(1)));
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(handshake, Bytes.EMPTY));
    }

    @ParameterizedTest
    @MethodSource("d40")
    void firstDesfire(Vector vector) throws Refusal {
        DesfireKey key = CardVectors.key(vector);
        Bytes challenge = vector.bytes("rnd_b_enc");
        D40Handshake handshake = D40Handshake.begin(key, key.cipher().decipher(challenge));
        assertEquals(challenge, handshake.challenge());

        Bytes token = vector.expectedBytes("rnd_ab_dec");
        Handshake.Established established = handshake.finish(token);
        if (vector.expects("rnd_a_rot_enc")) {
            assertEquals(vector.expectedBytes("rnd_a_rot_enc"), established.answer());
        }
        if (vector.expects("session_key")) {
            CardVectors.assertSameKey(
                    BlockCipher.des(vector.expectedBytes("session_key")),
                    ((D40Session) established.session()).cipher());
        }
        refusesOthers(handshake, token);
    }

    @ParameterizedTest
    @MethodSource("ev1")
    void ev1(Vector vector) throws Refusal {
        DesfireKey key = CardVectors.key(vector);
        Bytes challenge = vector.bytes("rnd_b_enc");
        Bytes zero = Bytes.zeros(key.algorithm().blockSize());
        Ev1Handshake handshake = Ev1Handshake.begin(key, key.cipher().decipherCbc(zero, challenge));
        assertEquals(challenge, handshake.challenge());

        Bytes token = vector.expectedBytes("rnd_ab_enc");
        Handshake.Established established = handshake.finish(token);
        assertEquals(vector.expectedBytes("rnd_a_rot_enc"), established.answer());
        if (vector.expects("session_key")) {
            CardVectors.assertSameKey(
                    CardVectors.cipher(vector.text("key_type"), vector.expectedBytes("session_key")),
                    ((Ev1Session) established.session()).cipher());
        }
        refusesOthers(handshake, token);
    }

    private static Bytes deciphered(Vector vector, DesfireKey key) {
        return key.cipher().decipherCbc(Bytes.zeros(16), vector.bytes("rnd_b_enc"));
    }

    private static Handshake.Established finished(Vector vector, Handshake handshake) throws Refusal {
        assertEquals(vector.bytes("rnd_b_enc"), handshake.challenge());
        Handshake.Established established = handshake.finish(vector.bytes("part2_data"));
        assertEquals(vector.bytes("part2_response"), established.answer());
        if (vector.expects("k_ses_auth_enc")) {
            Ev2Session session = (Ev2Session) established.session();
            CardVectors.assertSameKey(BlockCipher.aes(vector.expectedBytes("k_ses_auth_enc")), session.cipher());
            assertEquals(
                    new Cmac(BlockCipher.aes(vector.expectedBytes("k_ses_auth_mac"))).subkey1(),
                    session.counter().cmac().subkey1());
        }
        refusesOthers(handshake, vector.bytes("part2_data"));
        return established;
    }

    @ParameterizedTest
    @MethodSource("ev2First")
    void ev2First(Vector vector) throws Refusal {
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, vector.bytes("key"));
        Bytes ti = vector.expectedBytes("ti");
        Introduction introduction = new Introduction(ti, NO_CAPABILITIES, NO_CAPABILITIES);
        Handshake.Established established =
                finished(vector, Ev2Handshake.first(key, deciphered(vector, key), introduction));
        CommandCounter counter = ((Ev2Session) established.session()).counter();
        assertEquals(ti, counter.ti());
        assertEquals(0, counter.value());
    }

    @ParameterizedTest
    @MethodSource("ev2NonFirst")
    void ev2NonFirst(Vector vector) throws Refusal {
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, vector.bytes("key"));
        Bytes ti = Bytes.fromHex("7614281A");
        BlockCipher before = BlockCipher.aes(Bytes.zeros(16));
        Ev2Session current = new Ev2Session(new CommandCounter(new Cmac(before), ti, 2), before);
        Handshake.Established established =
                finished(vector, Ev2Handshake.nonFirst(key, deciphered(vector, key), current));
        CommandCounter counter = ((Ev2Session) established.session()).counter();
        assertEquals(ti, counter.ti());
        assertEquals(2, counter.value());
    }

    @Test
    void nonFirstNeedsASessionOfItsKind() {
        DesfireKey key = DesfireKey.zero(KeyAlgorithm.AES);
        Bytes nonce = Bytes.zeros(16);
        CardSession ev1 = Ev1Session.of(BlockCipher.aes(Bytes.zeros(16)));
        for (CardSession other : new CardSession[] {new NoSession(), ev1}) {
            assertEquals(
                    DesfireStatus.AUTHENTICATION_ERROR,
                    assertThrows(Refusal.class, () -> Ev2Handshake.nonFirst(key, nonce, other))
                            .status());
            assertEquals(
                    DesfireStatus.AUTHENTICATION_ERROR,
                    assertThrows(Refusal.class, () -> LrpHandshake.nonFirst(key, nonce, other))
                            .status());
        }
    }

    @ParameterizedTest
    @MethodSource("lrpFirst")
    void lrpFirst(Vector vector) throws Refusal {
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, vector.bytes("key"));
        Bytes challenge = vector.bytes("part1_response");
        Bytes capabilities = Bytes.fromHex("020000000000");
        Introduction introduction = new Introduction(vector.expectedBytes("ti"), capabilities, Bytes.of(0x02));
        LrpHandshake handshake = LrpHandshake.first(key, challenge.slice(1), introduction);
        assertEquals(challenge, handshake.challenge());

        Bytes token = vector.bytes("rnd_a").plus(vector.expectedBytes("pcd_response"));
        Handshake.Established established = handshake.finish(token);
        assertEquals(vector.bytes("part2_response"), established.answer());
        LrpSession session = (LrpSession) established.session();
        assertEquals(((Number) vector.expected("enc_ctr_after")).intValue(), session.blocks());
        assertEquals(0, session.counter().value());
        refusesOthers(handshake, token);
    }

    /** There is no published exchange: this holds the code to the statement of AN12343 alone, with the keys of its table 20. */
    @Test
    void lrpNonFirst() throws Refusal {
        Vector keys = Vector.of("lrp-auth.json", "lrp_session_keys").findFirst().orElseThrow();
        Bytes rndA = keys.bytes("rnd_a");
        Bytes rndB = keys.bytes("rnd_b");
        Lrp master = new Lrp(keys.expectedBytes("ses_auth_master"));
        Bytes ti = Bytes.of(1, 2, 3, 4);
        LrpSession current = new LrpSession(new CommandCounter(master.cmac(0), ti, 7), master, 5);
        LrpHandshake handshake =
                LrpHandshake.nonFirst(DesfireKey.of(KeyAlgorithm.AES, keys.bytes("key")), rndB, current);
        Handshake.Established established =
                handshake.finish(rndA.plus(master.cmac(0).of(rndA.plus(rndB))));
        assertEquals(master.cmac(0).of(rndB.plus(rndA)), established.answer());
        LrpSession session = (LrpSession) established.session();
        assertEquals(ti, session.counter().ti());
        assertEquals(7, session.counter().value());
        assertEquals(0, session.blocks());
    }
}
