package io.github.tagsmith.desfire.picc.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The card's end of a session of the first DESFire: d40-mac-crypt.json, and what libfreefare and Proxmark3 state about MACs and
 * file data, for which no exchange with a known key is public.
 */
class D40SessionTest {

    private static final Bytes KEY = Bytes.fromHex("70CA903AAEA2C046");
    private static final BlockCipher CIPHER = BlockCipher.des(KEY);
    private static final D40Session SESSION = new D40Session(CIPHER);
    private static final Bytes ZERO = Bytes.zeros(8);
    private static final Bytes HEADER = Bytes.fromHex("01000000050000");
    private static final Bytes DATA = Bytes.fromHex("0102030405");

    static Stream<Vector> cryptograms() {
        return Vector.of("d40-mac-crypt.json", "d40_cryptogram");
    }

    private static DesfireStatus refusalOf(ReceivedCommand command, CommMode mode) {
        return assertThrows(Refusal.class, () -> SESSION.open(command, mode)).status();
    }

    @ParameterizedTest
    @MethodSource("cryptograms")
    void published(Vector vector) throws Refusal {
        D40Session session = new D40Session(BlockCipher.des(vector.bytes("session_key")));
        Bytes cryptogram = vector.expectedBytes("cryptogram");
        ReceivedCommand command = new ReceivedCommand(Instruction.CHANGE_KEY_SETTINGS, Bytes.EMPTY, cryptogram, 1);
        assertEquals(vector.bytes("data"), session.open(command, CommMode.FULL).data());
        ReceivedCommand unmeasured = new ReceivedCommand(Instruction.CHANGE_KEY_SETTINGS, Bytes.EMPTY, cryptogram);
        assertEquals(
                vector.bytes("data"), session.open(unmeasured, CommMode.FULL).data());
    }

    @Test
    void macOfTheReaderIsOverTheDataAlone() throws Refusal {
        Bytes mac = CIPHER.apply(DATA.plus(Bytes.zeros(3))).slice(0, 4);
        ReceivedCommand command = new ReceivedCommand(Instruction.WRITE_DATA, HEADER, DATA.plus(mac));
        assertEquals(DATA, SESSION.open(command, CommMode.MAC).data());
        ReceivedCommand broken =
                new ReceivedCommand(Instruction.WRITE_DATA, HEADER, DATA.plus(mac.xor(Bytes.of(0, 0, 0, 1))));
        assertEquals(DesfireStatus.INTEGRITY_ERROR, refusalOf(broken, CommMode.MAC));
        ReceivedCommand missing = new ReceivedCommand(Instruction.WRITE_DATA, HEADER, Bytes.of(1, 2));
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(missing, CommMode.MAC));
    }

    @Test
    void commandsThatCarryNoDataCarryNoMac() throws Refusal {
        ReceivedCommand command = new ReceivedCommand(Instruction.DELETE_FILE, Bytes.of(1), Bytes.EMPTY);
        assertEquals(Bytes.EMPTY, SESSION.open(command, CommMode.MAC).data());
        Answer answer = new Answer(Instruction.GET_FILE_IDS, DATA);
        assertEquals(DATA, SESSION.close(answer, CommMode.MAC).wire());
    }

    @Test
    void macOfTheCard() {
        Bytes two = DATA.plus(DATA);
        Bytes mac = CIPHER.encipherCbc(ZERO, two.plus(Bytes.zeros(6))).slice(8, 12);
        assertEquals(
                two.plus(mac),
                SESSION.close(new Answer(Instruction.READ_DATA, two), CommMode.MAC)
                        .wire());
    }

    @Test
    void fullAnswersAreEnciphered() {
        Bytes checked = DATA.plus(CrcA.of(DATA));
        assertEquals(
                CIPHER.apply(checked.plus(Bytes.zeros(1))),
                SESSION.close(new Answer(Instruction.READ_DATA, DATA), CommMode.FULL)
                        .wire());
        Answer open = new Answer(Instruction.READ_DATA, DesfireStatus.OPERATION_OK, DATA, Answer.Fill.MARKED);
        assertEquals(
                CIPHER.apply(checked.plus(Bytes.of(0x80))),
                SESSION.close(open, CommMode.FULL).wire());
    }

    @Test
    void fullCommandsOfEveryLengthAreOpened() throws Refusal {
        for (int length = 1; length < 40; length++) {
            Bytes data = Bytes.repeat(length, 0).with(0, Bytes.of(length));
            Bytes checked = data.plus(CrcA.of(data));
            Bytes padded = checked.plus(Bytes.zeros(Math.floorMod(-checked.length(), 8)));
            ReceivedCommand command =
                    new ReceivedCommand(Instruction.WRITE_DATA, HEADER, CIPHER.decipherToSend(ZERO, padded), length);
            assertEquals(data, SESSION.open(command, CommMode.FULL).data());
        }
    }

    @Test
    void aWrongLengthIsNoIntegrityError() {
        ReceivedCommand broken = new ReceivedCommand(Instruction.WRITE_DATA, HEADER, Bytes.zeros(7));
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(broken, CommMode.FULL));
        ReceivedCommand tooShort = new ReceivedCommand(Instruction.WRITE_DATA, HEADER, Bytes.zeros(8), 20);
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(tooShort, CommMode.FULL));
    }
}
