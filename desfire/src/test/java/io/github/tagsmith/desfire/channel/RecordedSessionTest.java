package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.Ev1Session;
import io.github.tagsmith.desfire.sm.Keys;
import io.github.tagsmith.desfire.sm.MemoryKey;
import io.github.tagsmith.desfire.sm.PlainSession;
import io.github.tagsmith.desfire.sm.RawCommand;
import io.github.tagsmith.desfire.sm.RecordedStep;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole sessions recorded from cards, replayed through the channel byte for byte: full-apdu-traces.json. */
class RecordedSessionTest {

    static Stream<Vector> sessions() {
        return Vector.of("full-apdu-traces.json", "ev1_session");
    }

    private static void script(ScriptedCard card, Map<String, Object> owner, String member) {
        Json.objects(owner, member).forEach(frame -> card.expect(Json.text(frame, "tx"), Json.text(frame, "rx")));
    }

    /** A command that was recorded outside a session: code and parameters. */
    private static DesfireCommand<Bytes> outside(Map<String, Object> exchange, Framing framing) throws NfcException {
        Bytes sent = Bytes.fromHex(Json.text(exchange, "tx"));
        boolean wrapped = framing == Framing.WRAPPED;
        Bytes body = wrapped ? CommandApdu.parse(sent).data() : sent.slice(1);
        Instruction instruction = Instruction.of(sent.get(wrapped ? 1 : 0)).orElseThrow();
        RawCommand command = RawCommand.of(instruction, body.toHex(), "", CommMode.PLAIN);
        return instruction == Instruction.SELECT_APPLICATION ? command.ending() : command;
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void session(Vector vector) throws NfcException {
        Map<String, Object> inputs = vector.inputs();
        List<Map<String, Object>> steps = Json.objects(inputs, "steps");
        ScriptedCard card = new ScriptedCard();
        script(card, inputs, "before");
        script(card, inputs, "auth_frames");
        steps.forEach(step -> script(card, step, "frames"));
        boolean wrapped =
                Json.text(Json.objects(inputs, "auth_frames").get(0), "tx").startsWith("90");
        Framing framing = wrapped ? Framing.WRAPPED : Framing.NATIVE;
        DesfireChannel channel = DesfireChannel.over(card, framing);
        for (Map<String, Object> exchange : Json.objects(inputs, "before")) {
            DesfireCommand<Bytes> command = outside(exchange, framing);
            if (command.instruction() != Instruction.ADDITIONAL_FRAME) {
                channel.send(command);
            }
        }
        int before = channel.exchanges();
        authenticate(channel, Json.object(inputs, "auth"));
        assertEquals(2, channel.exchanges() - before);
        boolean ended = false;
        for (Map<String, Object> step : steps) {
            DesfireCommand<Bytes> command = RecordedStep.command(step);
            assertEquals(Bytes.fromHex(Json.text(step, "rx_data")), channel.send(command));
            ended = command instanceof KeyChange && Json.text(step, "rx_comm").equals("none");
        }
        card.assertPlayed();
        assertEquals(ended, channel.session() instanceof PlainSession);
        if (!ended && vector.expects("iv_final")) {
            assertEquals(vector.expectedBytes("iv_final"), ((Ev1Session) channel.session()).iv());
        }
    }

    private static void authenticate(DesfireChannel channel, Map<String, Object> auth) throws NfcException {
        KeyAlgorithm algorithm = Keys.algorithm(Json.text(auth, "key_type"));
        MemoryKey key = Keys.key(algorithm, Json.text(auth, "key"), Bytes.fromHex(Json.text(auth, "rnd_a")));
        int keyNo = ((Number) Objects.requireNonNull(auth.get("key_no"))).intValue();
        channel.authenticate(
                algorithm == KeyAlgorithm.AES ? AuthenticationMethod.AES : AuthenticationMethod.ISO,
                new KeyNo(keyNo),
                key);
    }
}
