package io.github.tagsmith.desfire.observer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.observer.Heard.Exchange;
import io.github.tagsmith.desfire.observer.ObservedAuthentication.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions after command 0A: d40-auth-session-key.json, d40-mac-crypt.json, changekey.json, full-apdu-traces.json. */
class ObservedD40Test {

    private static final KnownKey ZERO = KnownKey.anywhere(DesfireKey.zero(KeyAlgorithm.DES), "zeros");
    private static final Bytes SESSION_KEY = Bytes.fromHex("71CB903AAFA2C147");

    static Stream<Vector> authentications() {
        return Vector.of("d40-auth-session-key.json", "d40_auth").filter(one -> one.expects("rnd_a_rot_enc"));
    }

    private static List<Exchange> handshake(Vector vector) {
        return List.of(
                new Exchange(
                        Bytes.of(Instruction.AUTHENTICATE.code(), vector.number("key_no")),
                        Bytes.of(0xAF).plus(vector.bytes("rnd_b_enc"))),
                new Exchange(
                        Bytes.of(0xAF).plus(vector.expectedBytes("rnd_ab_dec")),
                        Bytes.of(0).plus(vector.expectedBytes("rnd_a_rot_enc"))));
    }

    @ParameterizedTest
    @MethodSource("authentications")
    void theKeyIsFound(Vector vector) {
        DesfireKey key = DesfireKey.of(KeyAlgorithm.DES, vector.bytes("key"));
        DesfireKey other = DesfireKey.of(KeyAlgorithm.DES, Bytes.fromHex("1122334455667788"));
        ObservedAuthentication opened = (ObservedAuthentication) new Heard(handshake(vector))
                .observe(List.of(KnownKey.anywhere(other, "another"), KnownKey.anywhere(key, "the key")))
                .get(0);
        assertEquals(Outcome.OPENED, opened.outcome());
        assertEquals("the key", opened.key().orElseThrow().origin());
        if (vector.knows("session_key")) {
            assertEquals(
                    vector.known("session_key"),
                    opened.sessionKeys().orElseThrow().encryption().reveal());
        }
    }

    /** Two cryptograms of one recorded session: key settings, and the card's key, which becomes an AES key. */
    @Test
    void cryptogramsOfARecordedSession() {
        Vector settings = vector("d40-mac-crypt.json", "skjolber-testdes1-d40-changekeysettings");
        Vector change = vector("changekey.json", "skjolber-testdes1-d40-changekey-des-to-aes");
        List<Exchange> heard = new ArrayList<>(handshake(Vector.of("d40-auth-session-key.json", "d40_auth")
                .filter(one -> one.toString().equals("skjolber-testdes1-d40-auth"))
                .findFirst()
                .orElseThrow()));
        heard.add(new Exchange(Bytes.of(0x54).plus(settings.expectedBytes("cryptogram")), Bytes.of(0)));
        heard.add(new Exchange(Bytes.of(0xC4, 0x80).plus(change.expectedBytes("cryptogram")), Bytes.of(0)));
        heard.add(new Exchange(Bytes.of(0x45), Bytes.of(0, 0x0F, 0x81)));
        List<Observation> found = new Heard(heard).observe(List.of(ZERO));
        found.forEach(one -> assertEquals("", one.fault()));
        assertEquals(
                settings.bytes("data"),
                ((ObservedMessage) found.get(1)).command().clear().orElseThrow());
        ObservedMessage changed = (ObservedMessage) found.get(2);
        assertEquals(Verdict.RIGHT, changed.command().verdict());
        assertEquals("the new key is remembered", changed.note());
        assertEquals(
                Bytes.fromHex("80" + change.text("new_key") + change.text("new_key_version")),
                changed.command().clear().orElseThrow());
    }

    private static Vector vector(String file, String name) {
        return Vector.of(file, "d40_cryptogram")
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A scan of an EV3 by NXP's TagInfo: a broken off GetVersion, an authentication, and answers without MACs. */
    @Test
    void aRecordedScan() {
        Vector scan = Vector.of("full-apdu-traces.json", "trace").findFirst().orElseThrow();
        List<Exchange> heard = Json.objects(scan.inputs(), "exchanges").stream()
                .map(Exchange::of)
                .toList();
        List<Observation> found = new Heard(heard).observe(List.of(ZERO));
        List<ObservedAuthentication> opened = found.stream()
                .filter(ObservedAuthentication.class::isInstance)
                .map(ObservedAuthentication.class::cast)
                .toList();
        assertEquals(1, opened.size());
        assertEquals(Outcome.OPENED, opened.get(0).outcome());
        found.forEach(one -> assertEquals("", one.fault()));
        assertTrue(found.size() >= 10);
    }

    /** Section 4 of the protocol reference; made with the primitives, since no card's file data in D40 are published. */
    @ParameterizedTest
    @CsvSource({"10, 3D", "12, 3D", "4, 3D", "10, BD", "12, BD", "4, BD"})
    void dataOfFiles(int length, String code) {
        BlockCipher cipher = BlockCipher.des(SESSION_KEY);
        Bytes zero = Bytes.zeros(8);
        Bytes data = Bytes.repeat(length, 0x3A).with(0, Bytes.of(length));
        Bytes header = Bytes.concat(Bytes.of(1, 0, 0, 0), Bytes.littleEndian(length, 3));
        Bytes chained = cipher.encipherCbc(zero, Padding.zeros(data, 8));
        Bytes maced = data.plus(chained.slice(chained.length() - 8, chained.length() - 4));
        Bytes padded = Padding.zeros(CrcA.append(data), 8);
        boolean writes = code.equals("3D");
        Bytes full = writes ? cipher.decipherToSend(zero, padded) : cipher.encipherCbc(zero, padded);
        assertRead(code, header, maced, writes, CommMode.MAC, data);
        assertRead(code, header, full, writes, CommMode.FULL, data);
        assertRead(code, header, data, writes, CommMode.PLAIN, data);
    }

    private static void assertRead(String code, Bytes header, Bytes sent, boolean writes, CommMode mode, Bytes data) {
        Reading right = read(code, header, sent, writes);
        assertEquals(mode, right.mode());
        assertEquals(writes ? header.plus(data) : data, right.clear().orElseThrow());
        assertEquals(mode == CommMode.PLAIN ? Verdict.UNPROTECTED : Verdict.RIGHT, right.verdict());
        for (int at = 0; at < sent.length() && mode != CommMode.PLAIN; at++) {
            Bytes flipped = sent.with(at, Bytes.of(sent.get(at) ^ 0x20));
            assertEquals(Verdict.WRONG, read(code, header, flipped, writes).verdict());
        }
    }

    private static Reading read(String code, Bytes header, Bytes sent, boolean writes) {
        Messaging messaging = new D40Messaging(BlockCipher.des(SESSION_KEY));
        Instruction instruction = Instruction.of(Bytes.fromHex(code).get(0)).orElseThrow();
        Request request = new Request(instruction, writes ? header.plus(sent) : header);
        Reading command = messaging.command(request);
        return writes ? command : messaging.answer(request, command, 0, sent);
    }
}
