package io.github.tagsmith.desfire.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single commands in sessions of every kind, against published and recorded ones. */
class SessionVectorTest {

    static Stream<Vector> d40() {
        return Stream.of("d40-mac-crypt.json", "changekey.json").flatMap(file -> Vector.of(file, "d40_cryptogram"));
    }

    static Stream<Vector> ev1() {
        return Stream.of("ev1-cmac.json", "ev1-cryptogram.json").flatMap(file -> Vector.of(file, "ev1_exchange"));
    }

    static Stream<Vector> ev1KeyChanges() {
        return Vector.of("changekey.json", "ev1_change_key");
    }

    static Stream<Vector> ev2() {
        return Vector.of("ev2-mac-full.json", "ev2_command");
    }

    static Stream<Vector> ev2Ivs() {
        return Vector.of("ev2-mac-full.json", "ev2_iv");
    }

    static Stream<Vector> ev2KeyChanges() {
        return Vector.of("changekey.json", "ev2_change_key");
    }

    static Stream<Vector> lrp() {
        return Vector.of("lrp-auth.json", "lrp_command");
    }

    private static Authentication by(AuthenticationMethod method, int keyNo) {
        return new Authentication(method, new KeyNo(keyNo));
    }

    private static CommMode mode(String name) {
        return CommMode.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Instruction instruction(String code) {
        return Instruction.of(Integer.parseInt(code, 16)).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("d40")
    void d40Cryptogram(Vector vector) throws NfcException {
        BlockCipher cipher = Keys.algorithm(vector.text("key_type")).cipher(vector.bytes("session_key"));
        boolean keyChange = vector.text("kind").equals("change_key");
        int keyNo = keyChange ? vector.number("auth_key_no") : 0;
        DesfireCommand<?> command = keyChange
                ? RawKeyChange.of(vector.text("key_no_byte"), vector.inputs())
                : RawCommand.of(Instruction.CHANGE_KEY_SETTINGS, "", vector.text("data"), CommMode.FULL);
        ProtectedCommand sent = new D40Session(by(AuthenticationMethod.D40, keyNo), cipher).protect(command);
        assertEquals(command.header().plus(vector.expectedBytes("cryptogram")), sent.body());
    }

    private static Ev1Session ev1Session(Vector vector, int keyNo) {
        BlockCipher cipher = Keys.algorithm(vector.text("cipher")).cipher(vector.bytes("session_key"));
        return new Ev1Session(by(AuthenticationMethod.ISO, keyNo), cipher, new Cmac(cipher), vector.bytes("iv_before"));
    }

    @ParameterizedTest
    @MethodSource("ev1")
    void ev1Exchange(Vector vector) throws NfcException {
        Map<String, Object> step = Json.object(vector.inputs(), "step");
        ProtectedCommand sent = ev1Session(vector, 0).protect(RecordedStep.command(step));
        assertEquals(Bytes.fromHex(Json.text(step, "tx_payload")), sent.body());
        AcceptedAnswer accepted = sent.awaited()
                .accept(Integer.parseInt(Json.text(step, "status"), 16), Bytes.fromHex(Json.text(step, "rx_payload")));
        assertEquals(Bytes.fromHex(Json.text(step, "rx_data")), accepted.data());
        if (vector.knows("iv_after")) {
            assertEquals(vector.known("iv_after"), ((Ev1Session) accepted.next()).iv());
        }
    }

    @ParameterizedTest
    @MethodSource("ev1KeyChanges")
    void ev1KeyChange(Vector vector) throws NfcException {
        Ev1Session session = ev1Session(vector, vector.number("auth_key_no"));
        RawKeyChange change = RawKeyChange.of(vector.text("key_no_byte"), vector.inputs());
        ProtectedCommand sent = session.protect(change);
        assertEquals(change.header().plus(vector.expectedBytes("cryptogram")), sent.body());
        if (vector.hasInput("rx_payload")) {
            AcceptedAnswer accepted = sent.awaited().accept(0, vector.bytes("rx_payload"));
            assertEquals(Bytes.EMPTY, accepted.data());
            if (vector.knows("iv_after_response")) {
                assertEquals(vector.known("iv_after_response"), ((Ev1Session) accepted.next()).iv());
            }
        } else if (change.keyNo().value() == vector.number("auth_key_no")) {
            assertInstanceOf(
                    PlainSession.class, sent.awaited().accept(0, Bytes.EMPTY).next());
        }
    }

    private static Ev2Session ev2Session(Vector vector, int keyNo, Bytes enc, int cmdCtr) {
        Cmac mac = new Cmac(BlockCipher.aes(vector.bytes("k_ses_auth_mac")));
        return new Ev2Session(
                by(AuthenticationMethod.EV2, keyNo),
                BlockCipher.aes(enc),
                new TransactionMac(mac, vector.bytes("ti"), cmdCtr));
    }

    /** The body in a wrapped command, and the answer in a wrapped one. */
    private static Bytes body(Bytes apdu) {
        return apdu.length() == 5 ? Bytes.EMPTY : apdu.slice(5, apdu.length() - 1);
    }

    private static int status(Bytes apdu) {
        return apdu.get(apdu.length() - 1);
    }

    private static Bytes answer(Bytes apdu) {
        return apdu.slice(0, apdu.length() - 2);
    }

    private static RawCommand command(Vector vector) {
        RawCommand command = RawCommand.of(
                instruction(vector.text("cmd")),
                vector.text("header"),
                vector.text("data"),
                mode(vector.text("comm_mode")));
        return command.instruction() == Instruction.COMMIT_READER_ID ? command.answeredInBlocks() : command;
    }

    @ParameterizedTest
    @MethodSource("ev2")
    void ev2Command(Vector vector) throws NfcException {
        Bytes enc = vector.hasInput("k_ses_auth_enc") ? vector.bytes("k_ses_auth_enc") : Bytes.zeros(16);
        RawCommand command = command(vector);
        check(vector, command, ev2Session(vector, 0, enc, vector.number("cmd_ctr")));
    }

    private static void check(Vector vector, RawCommand raw, Session session) throws NfcException {
        boolean bare =
                vector.hasInput("r_apdu") && vector.text("r_apdu").equals("9100") && raw.commMode() != CommMode.PLAIN;
        RawCommand command = bare ? raw.ending() : raw;
        ProtectedCommand sent = session.protect(command);
        if (vector.knows("c_apdu")) {
            assertEquals(body(vector.known("c_apdu")), sent.body());
        }
        if (vector.knows("command_mac")) {
            assertEquals(
                    vector.known("command_mac"), sent.body().slice(sent.body().length() - 8));
        }
        if (vector.expects("enc_command_data")) {
            assertEquals(
                    vector.expectedBytes("enc_command_data"),
                    sent.body().slice(command.header().length(), sent.body().length() - 8));
        }
        if (!vector.hasInput("r_apdu") || vector.text("r_apdu").equals("919d")) {
            return;
        }
        Bytes answered = vector.bytes("r_apdu");
        AcceptedAnswer accepted = sent.awaited().accept(status(answered), answer(answered));
        if (vector.expects("response_data")) {
            assertEquals(vector.expectedBytes("response_data"), accepted.data());
        }
        if (vector.toString().equals("an12343-t32-commitreaderid")) {
            assertEquals(Bytes.fromHex("BDD40ED9F434F9DDCBF5821299CD2119"), accepted.data());
        }
        if (vector.knows("enc_ctr_after")) {
            assertEquals(vector.knownNumber("enc_ctr_after"), ((LrpSession) accepted.next()).encCtr());
        }
        if (accepted.next() instanceof TransactionSession next) {
            assertEquals(vector.number("cmd_ctr") + 1, next.mac().cmdCtr());
        }
    }

    /** The initial value is what deciphering the first block of enciphered zeros gives. */
    @ParameterizedTest
    @MethodSource("ev2Ivs")
    void ev2Iv(Vector vector) {
        BlockCipher cipher = BlockCipher.aes(vector.bytes("k_ses_auth_enc"));
        Ev2Session session = new Ev2Session(
                by(AuthenticationMethod.EV2, 0),
                cipher,
                new TransactionMac(new Cmac(cipher), vector.bytes("ti"), vector.number("cmd_ctr")));
        Bytes zeros = Bytes.zeros(16);
        Bytes iv = vector.text("label").equals("a55a")
                ? cipher.decipher(session.encipher(zeros).bytes())
                : session.decipher(cipher.apply(zeros)).bytes();
        assertEquals(vector.expectedBytes("iv"), iv);
    }

    @ParameterizedTest
    @MethodSource("ev2KeyChanges")
    void ev2KeyChange(Vector vector) throws NfcException {
        int keyNo = Integer.parseInt(vector.text("key_no"), 16);
        RawKeyChange change = RawKeyChange.of(vector.text("key_no"), vector.inputs());
        Ev2Session session = ev2Session(
                vector,
                vector.flag("same_key") ? keyNo : keyNo + 1,
                vector.bytes("k_ses_auth_enc"),
                vector.number("cmd_ctr"));
        ProtectedCommand sent = session.protect(change);
        assertEquals(body(vector.known("c_apdu")), sent.body());
        AcceptedAnswer accepted = sent.awaited().accept(0, answer(vector.bytes("r_apdu")));
        assertEquals(vector.flag("same_key"), accepted.next() instanceof PlainSession);
    }

    @ParameterizedTest
    @MethodSource("lrp")
    void lrpCommand(Vector vector) throws NfcException {
        Lrp key = new Lrp(vector.bytes("key"));
        Bytes master = vector.hasInput("sv")
                ? key.cmac(0).of(vector.bytes("sv"))
                : LrpAnswer.master(key, new Nonces(vector.bytes("rnd_a"), vector.bytes("rnd_b")));
        Lrp lrp = new Lrp(master);
        TransactionMac mac = new TransactionMac(lrp.cmac(0), vector.bytes("ti"), vector.number("cmd_ctr"));
        check(
                vector,
                command(vector),
                new LrpSession(by(AuthenticationMethod.LRP, 0), lrp, mac, vector.number("enc_ctr")));
    }
}
