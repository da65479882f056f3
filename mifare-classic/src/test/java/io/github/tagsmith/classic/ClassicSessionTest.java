package io.github.tagsmith.classic;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which commands a session sends; forms of PC/SC part 3 section 3.2.2 (reference, classic.md section 8). */
class ClassicSessionTest {

    private static final BlockNo BLOCK = new BlockNo(4);
    private static final Bytes OK = Bytes.fromHex("9000");
    private static final Bytes FAILED = Bytes.fromHex("6300");
    private static final ClassicKey ONE = ClassicKey.of("111111111111");
    private static final ClassicKey TWO = ClassicKey.of("222222222222");
    private static final ClassicKey THREE = ClassicKey.of("333333333333");

    private final List<String> sent = new ArrayList<>();
    private final Deque<Bytes> answers = new ArrayDeque<>();
    private final ApduChannel channel = command -> {
        sent.add(command.toHex());
        if (answers.isEmpty()) {
            return OK;
        }
        Bytes answer = answers.removeFirst();
        if (answer.isEmpty()) {
            throw new NfcException(ErrorKind.CARD_REMOVED, "gone");
        }
        return answer;
    };
    private final ClassicSession session = new ClassicSession(new StorageCard(channel));

    @Test
    void keyIsLoadedOnceAndTheOlderOfTwoIsReplaced() throws NfcException {
        for (ClassicKey key : List.of(ONE, TWO, ONE, THREE, ONE, TWO)) {
            assertTrue(session.authenticate(BLOCK, KeyType.A, key));
        }
        assertEquals(
                List.of(
                        "FF82000006111111111111",
                        "FF860000050100046000",
                        "FF82000106222222222222",
                        "FF860000050100046001",
                        "FF860000050100046000",
                        "FF82000106333333333333",
                        "FF860000050100046001",
                        "FF860000050100046000",
                        "FF82000106222222222222",
                        "FF860000050100046001"),
                sent);
    }

    @Test
    void openSectorIsNotOpenedAgain() throws NfcException {
        session.authenticate(BLOCK, KeyType.A, ONE);
        sent.clear();
        assertTrue(session.authenticate(new BlockNo(6), KeyType.A, ONE));
        assertEquals(List.of(), sent);
        assertTrue(session.isOpen(new BlockNo(7)));
        assertFalse(session.isOpen(new BlockNo(8)));
        session.authenticate(BLOCK, KeyType.B, ONE);
        session.authenticate(new BlockNo(8), KeyType.B, ONE);
        assertEquals(List.of("FF860000050100046100", "FF860000050100086100"), sent);
    }

    @Test
    void refusalClosesTheSector() throws NfcException {
        session.authenticate(BLOCK, KeyType.A, ONE);
        answers.add(Bytes.fromHex("6982"));
        assertEquals(Optional.empty(), session.read(BLOCK));
        assertFalse(session.isOpen(BLOCK));
        session.authenticate(BLOCK, KeyType.A, ONE);
        answers.add(Bytes.fromHex("6982"));
        assertFalse(session.write(BLOCK, Bytes.zeros(16)));
        assertFalse(session.isOpen(BLOCK));
        session.authenticate(BLOCK, KeyType.A, ONE);
        answers.add(FAILED);
        assertFalse(session.authenticate(new BlockNo(8), KeyType.A, ONE));
        assertFalse(session.isOpen(BLOCK));
    }

    @Test
    void answerThatDoesNotComeClosesTheSector() throws NfcException {
        session.authenticate(BLOCK, KeyType.A, ONE);
        answers.add(Bytes.EMPTY);
        assertFails(ErrorKind.CARD_REMOVED, () -> session.read(BLOCK));
        assertFalse(session.isOpen(BLOCK));
        session.authenticate(BLOCK, KeyType.A, ONE);
        answers.add(Bytes.EMPTY);
        assertFails(ErrorKind.CARD_REMOVED, () -> session.write(BLOCK, Bytes.zeros(16)));
        assertFalse(session.isOpen(BLOCK));
    }

    @Test
    void keyThatWasNotTakenIsLoadedAgain() throws NfcException {
        answers.add(FAILED);
        assertFails(ErrorKind.REFUSED, () -> session.authenticate(BLOCK, KeyType.A, ONE));
        sent.clear();
        assertTrue(session.authenticate(BLOCK, KeyType.A, ONE));
        assertEquals("FF82000006111111111111", sent.get(0));
    }

    @Test
    void dataComesBackAndGoesOut() throws NfcException {
        session.authenticate(BLOCK, KeyType.A, ONE);
        sent.clear();
        Bytes data = Bytes.fromHex("00112233445566778899AABBCCDDEEFF");
        answers.add(data.plus(OK));
        assertEquals(Optional.of(data), session.read(BLOCK));
        assertTrue(session.write(BLOCK, data));
        assertEquals(List.of("FFB0000410", "FFD6000410" + data.toHex()), sent);
        answers.add(Bytes.zeros(4).plus(OK));
        assertFails(ErrorKind.PROTOCOL, () -> session.read(BLOCK));
    }
}
