package io.github.tagsmith.desfire.picc.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card's end of every published exchange and of every recorded session of EV1. */
class Ev1SessionVectorTest {

    static Stream<Vector> exchanges() {
        return Stream.of("ev1-cmac.json", "ev1-cryptogram.json").flatMap(file -> Vector.of(file, "ev1_exchange"));
    }

    static Stream<Vector> sessions() {
        return Vector.of("full-apdu-traces.json", "ev1_session");
    }

    private static Ev1Session sessionOf(Vector vector) {
        BlockCipher cipher = CardVectors.cipher(vector.text("cipher"), vector.bytes("session_key"));
        return new Ev1Session(cipher, new Cmac(cipher), vector.bytes("iv_before"));
    }

    private static Bytes optional(Vector step, String input) {
        return step.hasInput(input) ? step.bytes(input) : Bytes.EMPTY;
    }

    /** Opens the command, closes the answer, compares with what was recorded. */
    private static CardSession exchange(CardSession session, Vector step) throws Refusal {
        Bytes header = optional(step, "header");
        Bytes data = optional(step, "data");
        CommMode sent = CardVectors.mode(step, "tx_comm");
        Bytes rest = step.bytes("tx_payload").slice(header.length());
        ReceivedCommand command = new ReceivedCommand(CardVectors.instruction(step), header, rest);
        CardSession.Opened opened = session.open(command, sent);
        assertEquals(data, opened.data(), step::toString);

        ReceivedCommand measured = new ReceivedCommand(command.instruction(), header, rest, data.length());
        assertEquals(opened.data(), session.open(measured, sent).data());
        return answer(opened.next(), step);
    }

    private static CardSession answer(CardSession session, Vector step) {
        if (step.text("rx_comm").equals("none")) {
            assertEquals(Bytes.EMPTY, step.bytes("rx_payload"));
            return new NoSession();
        }
        Answer answer = new Answer(
                CardVectors.instruction(step), DesfireStatus.OPERATION_OK, step.bytes("rx_data"), fillOf(step));
        CardSession.Closed closed = session.close(answer, CardVectors.mode(step, "rx_comm"));
        assertEquals(step.bytes("rx_payload"), closed.wire(), step::toString);
        return closed.next();
    }

    /** A read of length 0 asks for everything up to the end. */
    private static Answer.Fill fillOf(Vector step) {
        boolean isRead = CardVectors.instruction(step) == Instruction.READ_DATA;
        return isRead && step.bytes("tx_payload").slice(4, 7).isAll(0) ? Answer.Fill.MARKED : Answer.Fill.ZEROS;
    }

    private static CardSession changeKey(CardSession session, Vector step) throws Refusal {
        Bytes payload = step.bytes("tx_payload");
        ReceivedCommand command =
                new ReceivedCommand(CardVectors.instruction(step), payload.slice(0, 1), payload.slice(1));
        String type = step.text("new_key_type");
        KeyChange change = new KeyChange(
                CardVectors.algorithm(type),
                step.hasInput("old_key")
                        ? Optional.of(CardVectors.key(type, step.bytes("old_key")))
                        : Optional.empty());
        CardSession.OpenedKey opened = session.openKey(command, change);
        assertEquals(step.bytes("new_key"), opened.key().value().reveal(), step::toString);
        CardVectors.assertVersion(step, opened.key());
        return answer(opened.next(), step);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void exchange(Vector vector) throws Refusal {
        CardSession after = exchange(sessionOf(vector), CardVectors.step(vector));
        if (vector.expects("iv_after")) {
            assertEquals(vector.expectedBytes("iv_after"), ((Ev1Session) after).iv());
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aFlippedBitIsFound(Vector vector) {
        Vector step = CardVectors.step(vector);
        if (!step.text("tx_comm").equals("full")) {
            return;
        }
        Bytes header = optional(step, "header");
        Bytes rest = step.bytes("tx_payload").slice(header.length());
        Bytes broken = rest.with(0, Bytes.of(rest.get(0) ^ 1));
        ReceivedCommand command = new ReceivedCommand(CardVectors.instruction(step), header, broken);
        Refusal refusal = assertThrows(Refusal.class, () -> sessionOf(vector).open(command, CommMode.FULL));
        assertEquals(DesfireStatus.INTEGRITY_ERROR, refusal.status());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void recordedSession(Vector vector) throws Refusal {
        Vector auth = new Vector(Map.of("name", vector.toString(), "inputs", Json.object(vector.inputs(), "auth")));
        DesfireKey key = CardVectors.key(auth);
        Bytes challenge = auth.bytes("rnd_b_enc");
        Ev1Handshake handshake = Ev1Handshake.begin(
                key, key.cipher().decipherCbc(Bytes.zeros(key.algorithm().blockSize()), challenge));
        assertEquals(challenge, handshake.challenge());
        Handshake.Established established = handshake.finish(tokenOf(vector, 1, "tx"));
        assertEquals(tokenOf(vector, 1, "rx"), established.answer());

        CardSession session = established.session();
        for (Vector step : CardVectors.steps(vector)) {
            session = step.text("tx_comm").equals("changekey") ? changeKey(session, step) : exchange(session, step);
        }
        if (vector.expects("iv_final") && session instanceof Ev1Session last) {
            assertEquals(vector.expectedBytes("iv_final"), last.iv());
        }
    }

    /** The data of a handshake frame, native or wrapped. */
    private static Bytes tokenOf(Vector vector, int index, String direction) {
        Bytes frame = Bytes.fromHex(
                Json.text(Json.objects(vector.inputs(), "auth_frames").get(index), direction));
        boolean isWrapped = Bytes.fromHex(
                        Json.text(Json.objects(vector.inputs(), "auth_frames").get(index), "tx"))
                .startsWith(Bytes.of(0x90, 0xAF));
        if (!isWrapped) {
            return frame.slice(1);
        }
        return direction.equals("tx") ? CardVectors.payloadOfCommand(frame) : frame.slice(0, frame.length() - 2);
    }
}
