package io.github.tagsmith.desfire.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which command carries what, where no vector says so: MACed data of D40 are known from public sources only (Proxmark3,
 * libfreefare). Expected MACs are made of single blocks here.
 */
class ProtectionTest {

    private static final String HEADER = "01000000030000";

    static Stream<Session> sessions() {
        return TestSessions.all().stream();
    }

    private static RawCommand command(Instruction instruction, CommMode mode) {
        return RawCommand.of(instruction, HEADER, "A1A2A3A4A5A6A7A8A9", mode);
    }

    /** E(E(A1..A8) xor A9 00..): the first four bytes, over the data alone. */
    @ParameterizedTest
    @EnumSource(
            value = Instruction.class,
            names = {
                "WRITE_DATA",
                "WRITE_RECORD",
                "UPDATE_RECORD",
                "CREDIT",
                "DEBIT",
                "LIMITED_CREDIT",
                "COMMIT_READER_ID"
            })
    void macedDataOfD40(Instruction instruction) throws NfcException {
        D40Session session = TestSessions.d40();
        BlockCipher cipher = session.cipher();
        Bytes first = cipher.apply(Bytes.fromHex("A1A2A3A4A5A6A7A8"));
        Bytes mac = cipher.apply(first.xor(Bytes.fromHex("A900000000000000"))).slice(0, 4);
        RawCommand command = command(instruction, CommMode.MAC);
        assertEquals(
                Bytes.concat(command.header(), command.data(), mac),
                session.protect(command).body());
    }

    @Test
    void macedAnswersOfD40() throws NfcException {
        D40Session session = TestSessions.d40();
        Bytes data = Bytes.fromHex("11223344");
        Bytes mac = session.cipher().apply(Padding.zeros(data, 8)).slice(0, 4);
        RawCommand read = RawCommand.of(Instruction.READ_DATA, HEADER, "", CommMode.MAC);
        ProtectedCommand sent = session.protect(read);
        assertEquals(read.header(), sent.body());
        assertEquals(data, sent.awaited().accept(0, data.plus(mac)).data());
        ProtectedCommand version = session.protect(RawCommand.of(Instruction.GET_VERSION, "", "", CommMode.MAC));
        assertEquals(data, version.awaited().accept(0, data).data());
    }

    /** Commands that manage the card go without a MAC in EV1, though their answers have one; those with data carry it. */
    @Test
    void macedCommandsOfEv1() throws NfcException {
        Ev1Session session = TestSessions.ev1Aes();
        RawCommand free = RawCommand.of(Instruction.FREE_MEMORY, "", "", CommMode.MAC);
        assertEquals(Bytes.EMPTY, session.protect(free).body());
        RawCommand write = command(Instruction.WRITE_DATA, CommMode.MAC);
        Bytes text = Bytes.concat(Bytes.of(0x3D), write.header(), write.data());
        Bytes mac = session.cmac().of(text).slice(0, 8);
        assertEquals(
                Bytes.concat(write.header(), write.data(), mac),
                session.protect(write).body());
        RawCommand plain = command(Instruction.WRITE_DATA, CommMode.PLAIN);
        assertEquals(plain.header().plus(plain.data()), session.protect(plain).body());
    }

    /** An answer of {@code clearRoom} bytes fits; one byte more does not in EV2 and LRP, whose padding has one form only. */
    @ParameterizedTest
    @MethodSource("sessions")
    void whatFitsIntoAFrame(Session session) {
        for (int room : new int[] {0, 7, 16, 59, 255, 256, 2048, 65536}) {
            int clear = session.clearRoom(CommMode.FULL, room);
            assertTrue(clear == 0 || enciphered(session, clear) <= room, session + " " + room);
            if (session instanceof TransactionSession && clear > 0) {
                assertTrue(enciphered(session, clear + 1) > room);
            }
            assertTrue(session.clearRoom(CommMode.MAC, room) <= room);
        }
    }

    private static int enciphered(Session session, int clear) {
        if (session instanceof D40Session) {
            return Padding.marked(Bytes.zeros(clear + 2), 8).length();
        }
        return session instanceof Ev1Session ev1
                ? Padding.marked(Bytes.zeros(clear + 4), ev1.cipher().blockSize())
                        .length()
                : Padding.marked(Bytes.zeros(clear), 16).length() + 8;
    }

    /** The numbers of docs/performance-desfire.md. */
    @Test
    void shortAnswersOfEv2() {
        assertEquals(256, TestSessions.ev2(0).clearRoom(CommMode.PLAIN, 256));
        assertEquals(248, TestSessions.ev2(0).clearRoom(CommMode.MAC, 256));
        assertEquals(239, TestSessions.ev2(0).clearRoom(CommMode.FULL, 256));
        assertEquals(248, TestSessions.ev1Aes().clearRoom(CommMode.PLAIN, 256));
    }

    /** Another key than the session's needs its old value, of the same length. */
    @ParameterizedTest
    @MethodSource("sessions")
    void keyChangesThatCannotBe(Session session) {
        DesfireKey key = DesfireKey.zero(KeyAlgorithm.AES);
        RawKeyChange withoutOld = new RawKeyChange(Bytes.of(2), key, Optional.empty());
        RawKeyChange longerOld = new RawKeyChange(Bytes.of(2), key, Optional.of(DesfireKey.zero(KeyAlgorithm.TDEA_3)));
        for (RawKeyChange change : new RawKeyChange[] {withoutOld, longerOld}) {
            NfcException error = assertThrows(NfcException.class, () -> session.protect(change));
            assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
        }
    }

    /** Nothing of a key or a nonce is in a text. */
    @ParameterizedTest
    @MethodSource("sessions")
    void noSecretsInTexts(Session session) throws NfcException {
        assertFalse(session.toString().toUpperCase(Locale.ROOT).contains("0001020304050607"));
        DesfireKey key = DesfireKey.of(KeyAlgorithm.AES, Bytes.repeat(16, 0x5A));
        KeyField field = KeyField.of(
                new RawKeyChange(Bytes.of(1), key, Optional.empty()),
                session.origin().orElseThrow());
        assertFalse(field.toString().contains("5A5A"));
        MemoryKey memory = new MemoryKey(key, length -> Bytes.repeat(length, 0x77));
        for (var method :
                new AuthenticationMethod[] {AuthenticationMethod.AES, AuthenticationMethod.EV2, AuthenticationMethod.LRP
                }) {
            KeyAnswer answer = memory.answer(method, true, Bytes.zeros(16));
            assertFalse(answer.toString().contains("7777"), method.toString());
            assertFalse(memory.toString().contains("5A5A"));
        }
    }
}
