package io.github.tagsmith.desfire.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A transaction of EV2 from its opening to a key change under another key: AN12196 prints all parts of it with TI 7614281A, and
 * LRP of a real NTAG 424 DNA from its handshake through ten commands.
 */
class TransactionTest {

    private static final String ZERO = "00".repeat(16);

    private static Vector vector(String file, String operation, String name) {
        return Vector.of(file, operation)
                .filter(vector -> vector.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Session opened(Handshake handshake, String challenge, Vector vector, Bytes token, String proof)
            throws NfcException {
        Bytes rndA = vector.hasInput("rnd_a") ? vector.bytes("rnd_a") : vector.known("rnd_a");
        MemoryKey key = Keys.key(KeyAlgorithm.AES, ZERO, rndA);
        Handshake.Challenged challenged = handshake.challenged(vector.bytes(challenge));
        KeyAnswer answer = challenged.ask(key);
        assertEquals(token, answer.token());
        Handshake.Proven proven = challenged.answered(answer.token()).proven(vector.bytes(proof));
        return proven.session(answer.sessionKeys(proven.proof()));
    }

    private static Session sent(Session session, RawCommand command, Bytes body, String answer) throws NfcException {
        ProtectedCommand protectedCommand = session.protect(command);
        assertEquals(body, protectedCommand.body());
        return protectedCommand.awaited().accept(0, Bytes.fromHex(answer)).next();
    }

    /** WriteData is command 0; then a plain one counts; ChangeKey is command 2 under the keys of the second authentication. */
    @Test
    void ev2GoesOnWithAnotherKey() throws NfcException {
        Vector first = vector("ev2-auth-first.json", "ev2_auth_first", "an12196-key3");
        Handshake opening = Handshake.first(AuthenticationMethod.EV2, new KeyNo(3));
        assertEquals(Instruction.AUTHENTICATE_EV2_FIRST, opening.instruction());
        assertEquals(Bytes.of(3, 0), opening.body());
        Session session = opened(opening, "rnd_b_enc", first, first.bytes("part2_data"), "part2_response");
        Vector write = vector("ev2-mac-full.json", "ev2_command", "an12196-writedata-full-10");
        RawCommand command =
                RawCommand.of(Instruction.WRITE_DATA_ISO, write.text("header"), write.text("data"), CommMode.FULL);
        Bytes apdu = write.known("c_apdu");
        session = sent(
                session,
                command,
                apdu.slice(5, apdu.length() - 1),
                write.text("r_apdu").substring(0, 16));
        RawCommand plain = RawCommand.of(Instruction.READ_DATA_ISO, "02000000010000", "", CommMode.PLAIN);
        session = sent(session, plain, plain.header(), "00");

        Vector second =
                Vector.of("ev2-nonfirst.json", "ev2_auth_nonfirst").findFirst().orElseThrow();
        Handshake goingOn = Handshake.nonFirst(new KeyNo(0), session);
        assertEquals(Instruction.AUTHENTICATE_EV2_NON_FIRST, goingOn.instruction());
        assertEquals(Bytes.of(0), goingOn.body());
        session = opened(goingOn, "rnd_b_enc", second, second.bytes("part2_data"), "part2_response");

        Vector change = vector("changekey.json", "ev2_change_key", "an12196-t25-ev2-changekey-other");
        ProtectedCommand changed = session.protect(RawKeyChange.of(change.text("key_no"), change.inputs()));
        Bytes frame = change.known("c_apdu");
        assertEquals(frame.slice(5, frame.length() - 1), changed.body());
        Bytes answer = change.bytes("r_apdu");
        Session after = changed.awaited()
                .accept(0, answer.slice(0, answer.length() - 2))
                .next();
        assertEquals(3, assertInstanceOf(Ev2Session.class, after).mac().cmdCtr());
    }

    /** The counter of enciphered blocks begins at 1 after the opening, and at 0 in an authentication inside the transaction. */
    @Test
    void lrpOfARealCard() throws NfcException {
        Vector first = vector("lrp-auth.json", "lrp_auth_first", "hw-bbe12900-first");
        Handshake opening = Handshake.first(AuthenticationMethod.LRP, new KeyNo(0));
        assertEquals(Bytes.fromHex("0006020000000000"), opening.body());
        Bytes token = first.bytes("rnd_a").plus(first.expectedBytes("pcd_response"));
        Session session = opened(opening, "part1_response", first, token, "part2_response");
        LrpSession opened = assertInstanceOf(LrpSession.class, session);
        assertEquals(1, opened.encCtr());
        session = session.protect(RawCommand.of(Instruction.FREE_MEMORY, "", "", CommMode.PLAIN))
                .awaited()
                .accept(0, Bytes.EMPTY)
                .next();
        for (Vector vector : Vector.of("lrp-auth.json", "lrp_command").toList()) {
            if (vector.toString().startsWith("hw-bbe12900") && vector.number("cmd_ctr") < 9) {
                session = replayed(session, vector);
            }
        }
        assertEquals(9, ((LrpSession) session).mac().cmdCtr());
        assertEquals(6, ((LrpSession) session).encCtr());
        assertEquals(0, nonFirst(session).encCtr());
    }

    private static Session replayed(Session session, Vector vector) throws NfcException {
        RawCommand command = RawCommand.of(
                Instruction.of(Integer.parseInt(vector.text("cmd"), 16)).orElseThrow(),
                vector.text("header"),
                vector.text("data"),
                CommMode.valueOf(vector.text("comm_mode").toUpperCase(Locale.ROOT)));
        ProtectedCommand sent = session.protect(command);
        Bytes frame = vector.expectedBytes("c_apdu");
        assertEquals(frame.slice(5, frame.length() - 1), sent.body());
        Bytes answer = vector.bytes("r_apdu");
        AcceptedAnswer accepted =
                sent.awaited().accept(answer.get(answer.length() - 1), answer.slice(0, answer.length() - 2));
        assertEquals(Bytes.fromHex(Json.text(vector.expected(), "response_data")), accepted.data());
        return accepted.next();
    }

    /** No recorded handshake of 77 with LRP is public; MACs are those of the reference's section 6. */
    private static LrpSession nonFirst(Session session) throws NfcException {
        MemoryKey key = Keys.key(KeyAlgorithm.AES, ZERO, Bytes.repeat(16, 0xAA));
        Bytes rndB = Bytes.repeat(16, 0xBB);
        Handshake.Challenged challenged =
                Handshake.nonFirst(new KeyNo(0), session).challenged(Bytes.of(1).plus(rndB));
        LrpAnswer answer = (LrpAnswer) challenged.ask(key);
        Bytes proof = answer.cmac().of(rndB.plus(Bytes.repeat(16, 0xAA)));
        Handshake.Proven proven = challenged.answered(answer.token()).proven(proof);
        return (LrpSession) proven.session(answer.sessionKeys(proof));
    }
}
