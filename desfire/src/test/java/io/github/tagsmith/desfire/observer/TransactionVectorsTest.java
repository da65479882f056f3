package io.github.tagsmith.desfire.observer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.observer.Heard.Exchange;
import io.github.tagsmith.desfire.observer.ObservedAuthentication.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages and sessions of EV2 and LRP: ev2-mac-full.json, ev2-auth-first.json, ev2-nonfirst.json, changekey.json, lrp-auth.json. */
class TransactionVectorsTest {

    private static final KnownKey ZERO = KnownKey.anywhere(DesfireKey.zero(KeyAlgorithm.AES), "zeros");

    static Stream<Vector> commands() {
        return Stream.concat(
                Vector.of("ev2-mac-full.json", "ev2_command"),
                Vector.of("lrp-auth.json", "lrp_command").filter(vector -> vector.hasInput("rnd_a")));
    }

    private static Bytes command(Vector vector) {
        if (vector.expects("c_apdu")) {
            return vector.expectedBytes("c_apdu");
        }
        Bytes data =
                vector.expects("enc_command_data") ? vector.expectedBytes("enc_command_data") : vector.bytes("data");
        Bytes body = Bytes.concat(
                Bytes.fromHex(vector.hasInput("header") ? vector.text("header") : vector.text("key_no")),
                data,
                vector.known("command_mac"));
        int code = vector.hasInput("cmd") ? vector.bytes("cmd").get(0) : Instruction.CHANGE_KEY.code();
        return Bytes.concat(Bytes.of(0x90, code, 0, 0, body.length()), body, Bytes.of(0));
    }

    private static Exchange exchange(Vector vector) {
        return new Exchange(command(vector), vector.bytes("r_apdu"));
    }

    private static Messaging messaging(Vector vector) {
        Bytes ti = vector.bytes("ti");
        int counter = vector.number("cmd_ctr");
        if (vector.operation().equals("ev2_command")) {
            Bytes enc = vector.hasInput("k_ses_auth_enc") ? vector.bytes("k_ses_auth_enc") : Bytes.zeros(16);
            Cmac mac = new Cmac(BlockCipher.aes(vector.bytes("k_ses_auth_mac")));
            return new TransactionMessaging(mac, ti, counter, new Cryptograms.Cbc(BlockCipher.aes(enc)));
        }
        Bytes a = vector.bytes("rnd_a");
        Bytes b = vector.bytes("rnd_b");
        Bytes vectorOfSession = Bytes.concat(
                Bytes.fromHex("00010080"),
                a.slice(0, 2),
                a.slice(2, 8).xor(b.slice(0, 6)),
                b.slice(6),
                a.slice(8),
                Bytes.fromHex("9669"));
        Lrp lrp = new Lrp(new Lrp(vector.bytes("key")).cmac(0).of(vectorOfSession));
        return new TransactionMessaging(lrp.cmac(0), ti, counter, new Cryptograms.Lricb(lrp, vector.number("enc_ctr")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandAndAnswer(Vector vector) {
        if (!vector.hasInput("r_apdu")) {
            return;
        }
        Attempt attempt = attempt(vector, exchange(vector));
        String mode = vector.text("comm_mode").toUpperCase(Locale.ROOT);
        Verdict wanted = mode.equals("PLAIN") ? Verdict.UNPROTECTED : Verdict.RIGHT;
        assertEquals(wanted, attempt.command().verdict());
        assertEquals(
                Bytes.fromHex(vector.text("header") + vector.text("data")),
                attempt.command().clear().orElseThrow());
        if (vector.expects("response_data") && vector.expected().get("response_data") != null) {
            assertEquals(wanted, attempt.answer().verdict());
            assertEquals(
                    vector.expectedBytes("response_data"),
                    attempt.answer().clear().orElseThrow());
        }
        if (vector.expects("enc_ctr_after")) {
            String counter = "EncCtr " + vector.knownNumber("enc_ctr_after");
            assertTrue(
                    attempt.answer().next().counters().endsWith(counter),
                    attempt.answer().next().counters());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aChangedByteIsNoticed(Vector vector) {
        if (!vector.hasInput("r_apdu") || vector.text("comm_mode").equals("plain")) {
            return;
        }
        Exchange exchange = exchange(vector);
        for (int at = 5; at < exchange.command().length() - 1; at++) {
            Attempt attempt = attempt(vector, new Exchange(flipped(exchange.command(), at), exchange.answer()));
            assertTrue(attempt.command().isWrong(), "byte " + at + " of the command");
        }
        for (int at = 0; at < exchange.answer().length() - 2; at++) {
            Attempt attempt = attempt(vector, new Exchange(exchange.command(), flipped(exchange.answer(), at)));
            assertTrue(attempt.answer().isWrong(), "byte " + at + " of the answer");
        }
    }

    private static Bytes flipped(Bytes bytes, int at) {
        return bytes.with(at, Bytes.of(bytes.get(at) ^ 0x40));
    }

    private static Attempt attempt(Vector vector, Exchange exchange) {
        Message message =
                Message.begun(Frame.of(exchange.command(), exchange.answer()).orElseThrow(), "0");
        Request request = new Request(message.instruction(), message.body());
        boolean bare = !message.isDone() || message.answer().isEmpty();
        return Attempt.of(messaging(vector), request, message, bare);
    }

    private static Vector vector(String file, String operation, String name) {
        return Vector.of(file, operation)
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Exchange> handshake(Vector vector, String begin) {
        return List.of(
                new Exchange(Bytes.fromHex(begin), vector.bytes("rnd_b_enc").plus(Bytes.of(0x91, 0xAF))),
                new Exchange(
                        Bytes.concat(Bytes.fromHex("90AF000020"), vector.bytes("part2_data"), Bytes.of(0)),
                        vector.bytes("part2_response").plus(Bytes.of(0x91, 0x00))));
    }

    static Stream<Vector> authentications() {
        return Vector.of("ev2-auth-first.json", "ev2_auth_first");
    }

    @ParameterizedTest
    @MethodSource("authentications")
    void firstAuthentications(Vector vector) {
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, vector.bytes("key"));
        List<Observation> found = new Heard(handshake(vector, "9071000002000000"))
                .observe(List.of(ZERO, KnownKey.anywhere(key, "the key")));
        ObservedAuthentication opened = (ObservedAuthentication) found.get(0);
        assertEquals(Outcome.OPENED, opened.outcome());
        assertEquals(vector.expectedBytes("ti"), opened.ti());
        if (vector.expects("k_ses_auth_enc")) {
            assertEquals(
                    vector.expectedBytes("k_ses_auth_enc"),
                    opened.sessionKeys().orElseThrow().encryption().reveal());
            assertEquals(
                    vector.expectedBytes("k_ses_auth_mac"),
                    opened.sessionKeys().orElseThrow().mac().reveal());
        }
    }

    /** AN12196: a transaction with key 3, one command of which is not printed, and another key in it. */
    @Test
    void anotherKeyInsideATransaction() {
        CardObserver observer = new CardObserver(List.of(ZERO));
        List<Exchange> begin = new ArrayList<>(
                handshake(vector("ev2-auth-first.json", "ev2_auth_first", "an12196-key3"), "9071000002030000"));
        begin.add(exchange(vector("ev2-mac-full.json", "ev2_command", "an12196-writedata-full-10")));
        List<Observation> found = new ArrayList<>(new Heard(begin).observe(observer));
        observer.gap();
        List<Exchange> rest = new ArrayList<>(
                handshake(vector("ev2-nonfirst.json", "ev2_auth_nonfirst", "an12196-table23"), "90770000010000"));
        rest.add(exchange(vector("changekey.json", "ev2_change_key", "an12196-t25-ev2-changekey-other")));
        found.addAll(new Heard(rest).observe(observer));
        found.forEach(one -> assertEquals("", one.fault()));
        ObservedMessage change = (ObservedMessage) found.get(3);
        assertEquals(Verdict.RIGHT, change.command().verdict());
        assertEquals(Verdict.RIGHT, change.answer().verdict());
        assertEquals("the new key is remembered", change.note());
        assertEquals("CmdCtr 2", change.counters());
        assertTrue(change.carriesKey());
    }

    /** The proof and the commands of a real card; both keys that it sets come out. */
    @Test
    void keysSetInATransaction() {
        Vector opening = vector("ev2-auth-first.json", "ev2_auth_first", "drusifer-provision-session-2");
        List<Exchange> heard = new ArrayList<>(handshake(opening, "9071000002000000"));
        List<Vector> changes = List.of(
                vector("changekey.json", "ev2_change_key", "drusifer-provision-key1"),
                vector("changekey.json", "ev2_change_key", "drusifer-provision-key3"));
        changes.forEach(one -> heard.add(changeKey(one)));
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, opening.bytes("key"));
        List<Observation> found = new Heard(heard).observe(List.of(KnownKey.anywhere(key, "the key")));
        for (int i = 0; i < changes.size(); i++) {
            ObservedMessage change = (ObservedMessage) found.get(i + 1);
            assertEquals(Verdict.RIGHT, change.answer().verdict());
            assertEquals("the new key is remembered", change.note());
            assertEquals(
                    Bytes.fromHex(changes.get(i).text("key_no")
                            + changes.get(i).text("new_key")
                            + changes.get(i).text("new_key_version")),
                    change.command().clear().orElseThrow());
        }
    }

    private static Exchange changeKey(Vector vector) {
        Bytes body = Bytes.concat(
                vector.bytes("key_no"), vector.expectedBytes("enc_command_data"), vector.known("command_mac"));
        return new Exchange(
                Bytes.concat(Bytes.of(0x90, 0xC4, 0, 0, body.length()), body, Bytes.of(0)), vector.bytes("r_apdu"));
    }

    /** A real NTAG 424 with LRP; what its first command was is not published. */
    @Test
    void leakageResilientSession() {
        Vector opening = vector("lrp-auth.json", "lrp_auth_first", "hw-bbe12900-first");
        Bytes token = opening.bytes("rnd_a").plus(opening.expectedBytes("pcd_response"));
        CardObserver observer = new CardObserver(List.of(ZERO));
        List<Observation> found = new ArrayList<>(new Heard(List.of(
                        new Exchange(
                                Bytes.fromHex("9071000008000602000000000000"),
                                opening.bytes("part1_response").plus(Bytes.of(0x91, 0xAF))),
                        new Exchange(
                                Bytes.concat(Bytes.fromHex("90AF000020"), token, Bytes.of(0)),
                                opening.bytes("part2_response").plus(Bytes.of(0x91, 0x00)))))
                .observe(observer));
        assertEquals(Outcome.OPENED, ((ObservedAuthentication) found.get(0)).outcome());
        assertEquals(opening.expectedBytes("ti"), ((ObservedAuthentication) found.get(0)).ti());
        observer.gap();
        List<Exchange> commands = Vector.of("lrp-auth.json", "lrp_command")
                .filter(vector -> vector.toString().startsWith("hw-bbe12900"))
                .map(TransactionVectorsTest::exchange)
                .toList();
        found.addAll(new Heard(commands).observe(observer));
        assertEquals(commands.size() + 1, found.size());
        for (Observation one : found.subList(1, found.size())) {
            ObservedMessage message = (ObservedMessage) one;
            boolean refused = message.status() == DesfireStatus.PERMISSION_DENIED.code();
            assertEquals(
                    refused ? Verdict.UNPROTECTED : Verdict.RIGHT,
                    message.answer().verdict(),
                    message.toString());
        }
    }
}
