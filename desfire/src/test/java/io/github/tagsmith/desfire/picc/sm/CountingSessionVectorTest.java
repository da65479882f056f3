package io.github.tagsmith.desfire.picc.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card's end of every published command of EV2 and LRP. */
class CountingSessionVectorTest {

    private static final int STATUS_WORD = 2;

    static Stream<Vector> ev2() {
        return Vector.of("ev2-mac-full.json", "ev2_command");
    }

    static Stream<Vector> lrp() {
        return Vector.of("lrp-auth.json", "lrp_command");
    }

    private static Ev2Session ev2Session(Vector vector) {
        BlockCipher mac = BlockCipher.aes(vector.bytes("k_ses_auth_mac"));
        Bytes enc = vector.hasInput("k_ses_auth_enc") ? vector.bytes("k_ses_auth_enc") : Bytes.zeros(16);
        return new Ev2Session(
                new CommandCounter(new Cmac(mac), vector.bytes("ti"), vector.number("cmd_ctr")), BlockCipher.aes(enc));
    }

    private static LrpSession lrpSession(Vector vector) {
        Bytes sv = vector.hasInput("sv")
                ? vector.bytes("sv")
                : Bytes.concat(
                        Bytes.fromHex("00010080"),
                        SessionVector.context(vector.bytes("rnd_a"), vector.bytes("rnd_b")),
                        Bytes.fromHex("9669"));
        Lrp master = new Lrp(new Lrp(vector.bytes("key")).cmac(0).of(sv));
        CommandCounter counter = new CommandCounter(master.cmac(0), vector.bytes("ti"), vector.number("cmd_ctr"));
        return new LrpSession(counter, master, vector.number("enc_ctr"));
    }

    private static ReceivedCommand commandOf(Vector vector) {
        Bytes header = vector.bytes("header");
        Bytes rest;
        if (vector.expects("c_apdu")) {
            rest = CardVectors.payloadOfCommand(vector.expectedBytes("c_apdu")).slice(header.length());
        } else {
            Bytes data = vector.expects("enc_command_data")
                    ? vector.expectedBytes("enc_command_data")
                    : vector.bytes("data");
            rest = data.plus(vector.expectedBytes("command_mac"));
        }
        return new ReceivedCommand(CardVectors.instruction(vector), header, rest);
    }

    private static CardSession exchange(CountingSession session, Vector vector) throws Refusal {
        ReceivedCommand command = commandOf(vector);
        CardSession.Opened opened = session.open(command, CardVectors.mode(vector, "comm_mode"));
        assertEquals(vector.bytes("data"), opened.data());
        aFlippedBitIsFound(session, command, CardVectors.mode(vector, "comm_mode"));
        if (!vector.expects("response_data")) {
            return opened.next();
        }
        Bytes answer = vector.bytes("r_apdu");
        Bytes wire = answer.slice(0, answer.length() - STATUS_WORD);
        DesfireStatus status = DesfireStatus.of(answer.get(answer.length() - 1)).orElseThrow();
        Bytes data = vector.expectedBytes("response_data");
        CardSession.Closed closed = opened.next()
                .close(
                        new Answer(command.instruction(), status, data, Answer.Fill.ZEROS),
                        CardVectors.mode(vector, "comm_mode"));
        assertEquals(wire, closed.wire());
        assertEquals(
                vector.number("cmd_ctr") + 1,
                ((CountingSession) closed.next()).counter().value());
        return closed.next();
    }

    private static void aFlippedBitIsFound(CountingSession session, ReceivedCommand command, CommMode mode) {
        if (mode == CommMode.PLAIN) {
            return;
        }
        for (int at = 0; at < command.rest().length(); at++) {
            Bytes broken = command.rest().with(at, Bytes.of(command.rest().get(at) ^ 0x40));
            ReceivedCommand other = new ReceivedCommand(command.instruction(), command.header(), broken);
            assertEquals(
                    DesfireStatus.INTEGRITY_ERROR,
                    assertThrows(Refusal.class, () -> session.open(other, mode)).status());
        }
        ReceivedCommand bare = new ReceivedCommand(command.instruction(), command.header(), Bytes.of(1, 2, 3));
        assertEquals(
                DesfireStatus.LENGTH_ERROR,
                assertThrows(Refusal.class, () -> session.open(bare, mode)).status());
    }

    @ParameterizedTest
    @MethodSource("ev2")
    void ev2(Vector vector) throws Refusal {
        exchange(ev2Session(vector), vector);
    }

    @ParameterizedTest
    @MethodSource("lrp")
    void lrp(Vector vector) throws Refusal {
        CardSession after = exchange(lrpSession(vector), vector);
        if (vector.expects("enc_ctr_after")) {
            assertEquals(((Number) vector.expected("enc_ctr_after")).intValue(), ((LrpSession) after).blocks());
        }
    }

    /** AN12343 table 32: EncTMRI travels as one enciphered block without padding. */
    @Test
    void readerIdIsOneBlock() throws Refusal {
        Vector command = ev2().filter(vector -> vector.toString().equals("an12343-t32-commitreaderid"))
                .findFirst()
                .orElseThrow();
        Vector block = Vector.of("ev2-mac-full.json", "block")
                .filter(vector -> vector.toString().startsWith("an12343-t32"))
                .findFirst()
                .orElseThrow();
        CardSession.Opened opened = ev2Session(command).open(commandOf(command), CommMode.MAC);
        Answer answer = new Answer(
                Instruction.COMMIT_READER_ID,
                DesfireStatus.OPERATION_OK,
                block.expectedBytes("output"),
                Answer.Fill.NOTHING);
        Bytes recorded = command.bytes("r_apdu");
        assertEquals(
                recorded.slice(0, recorded.length() - STATUS_WORD),
                opened.next().close(answer, CommMode.FULL).wire());
    }

    /** In mac mode an answer may have data of any length, in plain mode the counter goes on and nothing is added. */
    @Test
    void plainCommandsCount() throws Refusal {
        Vector vector = ev2().findFirst().orElseThrow();
        Ev2Session session = ev2Session(vector);
        Bytes data = Bytes.of(1, 2, 3);
        CardSession.Opened opened =
                session.open(new ReceivedCommand(Instruction.WRITE_DATA, Bytes.zeros(7), data), CommMode.PLAIN);
        assertEquals(data, opened.data());
        CardSession.Closed closed =
                opened.next().close(new Answer(Instruction.WRITE_DATA, Bytes.EMPTY), CommMode.PLAIN);
        assertTrue(closed.wire().isEmpty());
        assertEquals(
                session.counter().value() + 1,
                ((Ev2Session) closed.next()).counter().value());
    }
}
