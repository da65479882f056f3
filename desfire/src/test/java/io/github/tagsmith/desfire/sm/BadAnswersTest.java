package io.github.tagsmith.desfire.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are right but for one thing; every kind of session tells the difference. */
class BadAnswersTest {

    private static final Bytes DATA = Bytes.fromHex("1122334455");
    private static final RawCommand READ = RawCommand.of(Instruction.READ_DATA, "01000000000000", "", CommMode.FULL);
    private static final Bytes READ_SENT = Bytes.fromHex("BD01000000000000");
    private static final RawCommand MACED = RawCommand.of(Instruction.GET_VALUE, "01", "", CommMode.MAC);

    static Stream<Session> sessions() {
        return TestSessions.all().stream();
    }

    /** An enciphered answer whose clear bytes are as given. */
    private static Bytes enciphered(Session session, Bytes clear) {
        if (session instanceof D40Session d40) {
            return CardAnswers.d40(d40, clear);
        }
        if (session instanceof Ev1Session ev1) {
            return CardAnswers.ev1(ev1, READ_SENT, clear);
        }
        return session instanceof Ev2Session ev2
                ? CardAnswers.ev2(ev2, clear)
                : CardAnswers.lrp((LrpSession) session, clear);
    }

    private static Bytes checksum(Session session) {
        if (session instanceof D40Session) {
            return CardAnswers.d40Tail(DATA);
        }
        return session instanceof Ev1Session ? CardAnswers.ev1Tail(DATA) : Bytes.EMPTY;
    }

    private static int blockSize(Session session) {
        return session instanceof Ev1Session ev1 ? ev1.cipher().blockSize() : session instanceof D40Session ? 8 : 16;
    }

    private static Bytes padded(Bytes clear, String padding, int blockSize) {
        Bytes started = clear.plus(Bytes.fromHex(padding));
        return started.plus(Bytes.zeros(Math.floorMod(-started.length(), blockSize)));
    }

    private static Bytes accept(Session session, RawCommand command, Bytes answer) throws NfcException {
        return session.protect(command).awaited().accept(0, answer).data();
    }

    private static void assertRefused(Session session, RawCommand command, Bytes answer) {
        NfcException error = assertThrows(NfcException.class, () -> accept(session, command, answer));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aGoodEncipheredAnswer(Session session) throws NfcException {
        Bytes marked = padded(DATA.plus(checksum(session)), "80", blockSize(session));
        assertEquals(DATA, accept(session, READ, enciphered(session, marked)));
        assertEquals(DATA, accept(session, READ.answeredBy(5), enciphered(session, marked)));
    }

    /**
     * D40 and EV1 take zeros, too; EV2 and LRP always want the mark. A CRC16 with zeros behind it also fits data that are one or
     * two bytes longer: the shortest counts.
     */
    @ParameterizedTest
    @MethodSource("sessions")
    void paddingOfZeros(Session session) throws NfcException {
        Bytes zeros = enciphered(session, padded(DATA.plus(checksum(session)), "00", blockSize(session)));
        if (session instanceof TransactionSession) {
            assertRefused(session, READ, zeros);
        } else {
            assertEquals(DATA, accept(session, READ, zeros));
            assertEquals(DATA, accept(session, READ.answeredBy(5), zeros));
            assertRefused(session, READ.answeredBy(4), zeros);
            assertRefused(session, READ.answeredBy(400), zeros);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void paddingOfSomethingElse(Session session) {
        for (String padding : new String[] {"01", "8001", "81", "7F"}) {
            Bytes clear = padded(DATA.plus(checksum(session)), padding, blockSize(session));
            assertRefused(session, READ, enciphered(session, clear));
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aWholeBlockOfZeros(Session session) {
        assertRefused(session, READ, enciphered(session, Bytes.repeat(blockSize(session), 0)));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyBitCounts(Session session) {
        Bytes good = enciphered(session, padded(DATA.plus(checksum(session)), "80", blockSize(session)));
        for (int bit = 0; bit < 8 * good.length(); bit++) {
            Bytes flipped = Bytes.of(good.get(bit / 8) ^ (1 << (bit % 8)));
            assertRefused(session, READ.answeredBy(5), good.with(bit / 8, flipped));
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void lengthsThatCannotBe(Session session) {
        Bytes good = enciphered(session, padded(DATA.plus(checksum(session)), "80", blockSize(session)));
        for (int length = 0; length < good.length(); length++) {
            assertRefused(session, READ, good.slice(0, length));
        }
        assertRefused(session, READ, good.plus(Bytes.of(0)));
        for (int length = 0; length < 4; length++) {
            assertRefused(session, MACED, Bytes.zeros(length));
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aMacOfZeros(Session session) {
        assertRefused(session, MACED, DATA.plus(Bytes.zeros(8)));
    }

    /** The MAC holds for one answer only: not the next time, not with another status. */
    @Test
    void anAnswerOfBefore() throws NfcException {
        Ev2Session session = TestSessions.ev2(7);
        Bytes answer = CardAnswers.ev2(session, padded(DATA, "80", 16));
        ProtectedCommand sent = session.protect(READ);
        assertThrows(NfcException.class, () -> sent.awaited().accept(0x90, answer));
        Session next = sent.awaited().accept(0, answer).next();
        assertRefused(next, READ, answer);
    }

    @Test
    void theCommandCounterEnds() throws NfcException {
        for (RawCommand command : new RawCommand[] {READ, MACED}) {
            TestSessions.ev2(0xFFFE).protect(command);
            for (Session session : new Session[] {TestSessions.ev2(0xFFFF), TestSessions.lrp(0xFFFF, 1)}) {
                NfcException error = assertThrows(NfcException.class, () -> session.protect(command));
                assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
            }
        }
    }

    /** One block is left, two are not. */
    @Test
    void theEncryptionCounterEnds() throws NfcException {
        LrpSession last = TestSessions.lrp(0, 0xFFFFFFFFL);
        last.protect(RawCommand.of(Instruction.WRITE_DATA, "", "AB".repeat(15), CommMode.FULL));
        RawCommand two = RawCommand.of(Instruction.WRITE_DATA, "", "AB".repeat(16), CommMode.FULL);
        NfcException error = assertThrows(NfcException.class, () -> last.protect(two));
        assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
        Bytes answer = CardAnswers.lrp(TestSessions.lrp(0, 0xFFFFFFFEL), padded(Bytes.zeros(40), "80", 16));
        assertThrows(NfcException.class, () -> accept(TestSessions.lrp(0, 0xFFFFFFFEL), READ, answer));
    }

    /** A plain command in a session of EV1 is answered with a MAC; in EV2 it only counts. */
    @Test
    void plainCommands() throws NfcException {
        RawCommand plain = RawCommand.of(Instruction.READ_DATA, "01000000000000", "", CommMode.PLAIN);
        assertRefused(TestSessions.ev1Aes(), plain, DATA);
        AcceptedAnswer accepted = TestSessions.ev2(3).protect(plain).awaited().accept(0, DATA);
        assertEquals(DATA, accepted.data());
        assertEquals(4, ((Ev2Session) accepted.next()).mac().cmdCtr());
    }

    /** What ends the session is answered by a bare status. */
    @ParameterizedTest
    @MethodSource("sessions")
    void theEnd(Session session) throws NfcException {
        RawCommand select = RawCommand.of(Instruction.SELECT_APPLICATION, "000000", "", CommMode.PLAIN)
                .ending();
        AcceptedAnswer accepted = session.protect(select).awaited().accept(0, Bytes.EMPTY);
        assertEquals(new PlainSession(), accepted.next());
        assertEquals(select.header(), session.protect(select).body());
    }

    /** PCDCap2 at the end of the opening is what was sent, padded with zeros; PDCap2 before it is the card's own. */
    @ParameterizedTest
    @CsvSource({
        "EV2, 11223344 FFFFFFFFFFFF 000000000000, true",
        "EV2, 11223344 000000000000 020000000000, false",
        "EV2, 11223344 000000000000 000000000001, false",
        "LRP, 11223344 020000000000 020000000000, true",
        "LRP, 11223344 020000000000 000000000000, false",
        "LRP, 11223344 020000000000 020000000001, false"
    })
    void capabilitiesAreEchoed(AuthenticationMethod method, String opening, boolean right) throws NfcException {
        Bytes challenge = method == AuthenticationMethod.LRP ? Bytes.of(1).plus(Bytes.zeros(16)) : Bytes.zeros(16);
        Handshake.Proven proven = Handshake.first(method, new KeyNo(0))
                .challenged(challenge)
                .answered(Bytes.zeros(32))
                .proven(Bytes.EMPTY);
        SecretBytes key = SecretBytes.of(Bytes.zeros(16));
        SessionKeys keys = new SessionKeys(key, key, Bytes.fromHex(opening));
        if (right) {
            assertEquals(method, proven.session(keys).origin().orElseThrow().method());
        } else {
            NfcException error = assertThrows(NfcException.class, () -> proven.session(keys));
            assertEquals(ErrorKind.PROTOCOL, error.kind());
        }
    }

    /** What the holder of a key gives has to be of the method, too. */
    @ParameterizedTest
    @CsvSource({
        "EV2, 16, 0",
        "EV2, 16, 15",
        "EV2, 16, 17",
        "EV2, 15, 16",
        "EV2, 24, 16",
        "LRP, 15, 16",
        "LRP, 16, 0",
        "AES, 8, 0",
        "AES, 24, 0",
        "ISO, 15, 0",
        "D40, 7, 0",
        "D40, 0, 0"
    })
    void sessionKeysThatAreNone(AuthenticationMethod method, int key, int opening) throws NfcException {
        Bytes challenge = method == AuthenticationMethod.LRP ? Bytes.of(1).plus(Bytes.zeros(16)) : Bytes.zeros(16);
        Handshake.Proven proven = Handshake.first(method, new KeyNo(0))
                .challenged(challenge)
                .answered(Bytes.zeros(32))
                .proven(Bytes.EMPTY);
        NfcException error = assertThrows(NfcException.class, () -> proven.session(TestSessions.keys(key, opening)));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 9, 15, 17, 24})
    void challengesThatAreNone(int length) {
        for (var method : AuthenticationMethod.values()) {
            Handshake handshake = Handshake.first(method, new KeyNo(0));
            Bytes answer =
                    method == AuthenticationMethod.LRP ? Bytes.of(1).plus(Bytes.zeros(length)) : Bytes.zeros(length);
            assertEquals(
                    ErrorKind.PROTOCOL,
                    assertThrows(NfcException.class, () -> handshake.challenged(answer))
                            .kind());
        }
    }
}
