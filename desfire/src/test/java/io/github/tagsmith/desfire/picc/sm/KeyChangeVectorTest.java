package io.github.tagsmith.desfire.picc.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published ChangeKey cryptogram, opened by the card. */
class KeyChangeVectorTest {

    private static final int MAC_LENGTH = 8;

    static Stream<Vector> d40() {
        return Vector.of("changekey.json", "d40_cryptogram");
    }

    static Stream<Vector> ev1() {
        return Vector.of("changekey.json", "ev1_change_key");
    }

    static Stream<Vector> ev2() {
        return Vector.of("changekey.json", "ev2_change_key");
    }

    private static KeyChange changeOf(Vector vector, boolean isOther) {
        String type = vector.hasInput("new_key_type") ? vector.text("new_key_type") : "AES";
        Optional<DesfireKey> old =
                isOther ? Optional.of(CardVectors.key(type, vector.bytes("old_key"))) : Optional.empty();
        return new KeyChange(CardVectors.algorithm(type), old);
    }

    private static CardSession.OpenedKey opens(
            CardSession session, Bytes header, Bytes cryptogram, KeyChange change, Vector vector) throws Refusal {
        ReceivedCommand command = new ReceivedCommand(Instruction.CHANGE_KEY, header, cryptogram);
        CardSession.OpenedKey opened = session.openKey(command, change);
        Bytes key = vector.bytes("new_key");
        assertEquals(key, opened.key().value().reveal());
        CardVectors.assertVersion(vector, opened.key());

        Bytes broken = cryptogram.with(3, Bytes.of(cryptogram.get(3) ^ 0x10));
        assertEquals(DesfireStatus.INTEGRITY_ERROR, refusalOf(session, header, broken, change));
        Bytes shorter = cryptogram.slice(0, cryptogram.length() - 8);
        if (!(session instanceof CountingSession)) {
            assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(session, header, shorter, change));
        }
        return opened;
    }

    private static DesfireStatus refusalOf(CardSession session, Bytes header, Bytes cryptogram, KeyChange change) {
        ReceivedCommand command = new ReceivedCommand(Instruction.CHANGE_KEY, header, cryptogram);
        return assertThrows(Refusal.class, () -> session.openKey(command, change))
                .status();
    }

    @ParameterizedTest
    @MethodSource("d40")
    void firstDesfire(Vector vector) throws Refusal {
        D40Session session = new D40Session(BlockCipher.des(vector.bytes("session_key")));
        Bytes cryptogram = vector.expectedBytes("cryptogram");
        opens(session, vector.bytes("key_no_byte"), cryptogram, changeOf(vector, vector.hasInput("old_key")), vector);
    }

    @ParameterizedTest
    @MethodSource("ev1")
    void ev1(Vector vector) throws Refusal {
        BlockCipher cipher = CardVectors.cipher(vector.text("cipher"), vector.bytes("session_key"));
        Ev1Session session = new Ev1Session(cipher, new Cmac(cipher), vector.bytes("iv_before"));
        KeyChange change = changeOf(vector, vector.hasInput("old_key"));
        CardSession.OpenedKey opened =
                opens(session, vector.bytes("key_no_byte"), vector.expectedBytes("cryptogram"), change, vector);
        if (vector.hasInput("rx_payload")) {
            Answer answer = new Answer(Instruction.CHANGE_KEY, Bytes.EMPTY);
            CardSession.Closed closed = opened.next().close(answer, CommMode.FULL);
            assertEquals(vector.bytes("rx_payload"), closed.wire());
        }
    }

    @ParameterizedTest
    @MethodSource("ev2")
    void ev2(Vector vector) throws Refusal {
        BlockCipher mac = BlockCipher.aes(vector.bytes("k_ses_auth_mac"));
        CommandCounter counter = new CommandCounter(new Cmac(mac), vector.bytes("ti"), vector.number("cmd_ctr"));
        Ev2Session session = new Ev2Session(counter, BlockCipher.aes(vector.bytes("k_ses_auth_enc")));
        Bytes header = vector.bytes("key_no");
        Bytes cryptogram = vector.expects("c_apdu")
                ? CardVectors.payloadOfCommand(vector.expectedBytes("c_apdu")).slice(1)
                : vector.expectedBytes("enc_command_data").plus(vector.expectedBytes("command_mac"));
        KeyChange change = changeOf(vector, !vector.flag("same_key"));
        CardSession.OpenedKey opened = opens(session, header, cryptogram, change, vector);
        Bytes answer = vector.bytes("r_apdu");
        if (answer.length() > 2) {
            CardSession.Closed closed =
                    opened.next().close(new Answer(Instruction.CHANGE_KEY, Bytes.EMPTY), CommMode.FULL);
            assertEquals(answer.slice(0, MAC_LENGTH), closed.wire());
        }
    }

    /** The old key's right length matters less than that nothing but a refusal comes of a wrong one. */
    @ParameterizedTest
    @MethodSource("ev1")
    void anotherOldKeyIsFound(Vector vector) {
        if (!vector.hasInput("old_key")) {
            return;
        }
        BlockCipher cipher = CardVectors.cipher(vector.text("cipher"), vector.bytes("session_key"));
        Ev1Session session = new Ev1Session(cipher, new Cmac(cipher), vector.bytes("iv_before"));
        KeyAlgorithm algorithm = CardVectors.algorithm(vector.text("new_key_type"));
        DesfireKey other = DesfireKey.of(algorithm, Bytes.repeat(algorithm.keyLength(), 0x3C));
        assertEquals(
                DesfireStatus.INTEGRITY_ERROR,
                refusalOf(
                        session,
                        vector.bytes("key_no_byte"),
                        vector.expectedBytes("cryptogram"),
                        KeyChange.ofOtherKey(algorithm, other)));
    }
}
