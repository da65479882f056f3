package io.github.tagsmith.core.apdu;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source of the command sequences: ISO/IEC 7816-3:2006 section 12.2. */
class ResponseChainingTest {

    /** Answers in turn and keeps the commands. */
    private static final class Script implements ApduChannel {

        final List<String> commands = new ArrayList<>();
        private final List<String> answers;

        Script(String... answers) {
            this.answers = new ArrayList<>(List.of(answers));
        }

        @Override
        public Bytes transmit(Bytes command) {
            commands.add(command.toHex());
            return Bytes.fromHex(answers.remove(0));
        }
    }

    private static String send(Script script, String command) throws NfcException {
        return new ResponseChaining(script).transmit(Bytes.fromHex(command)).toHex();
    }

    @Test
    void otherAnswersPassThrough() throws NfcException {
        Script script = new Script("01026A82");
        assertEquals("01026A82", send(script, "00A40000023F00"));
        assertEquals(List.of("00A40000023F00"), script.commands);
    }

    @Test
    void furtherPartsAreFetchedAndJoined() throws NfcException {
        Script script = new Script("6103", "01020361FF", "04056100", "069000");
        assertEquals("0102030405069000", send(script, "00A40000023F0000"));
        assertEquals(List.of("00A40000023F0000", "00C0000003", "00C00000FF", "00C0000000"), script.commands);
    }

    @Test
    void aWrongLeIsPutRight() throws NfcException {
        Script script = new Script("6C04", "010203049000");
        assertEquals("010203049000", send(script, "00B0000010"));
        assertEquals(List.of("00B0000010", "00B0000004"), script.commands);
    }

    @Test
    void aWrongLeOnceMoreIsTheAnswer() throws NfcException {
        Script script = new Script("6C04", "6C05");
        assertEquals("6C05", send(script, "00B0000010"));
    }

    @Test
    void aWrongLeMayBeFollowedByParts() throws NfcException {
        Script script = new Script("6C00", "AA6101", "BB9000");
        assertEquals("AABB9000", send(script, "00B0000010"));
        assertEquals(List.of("00B0000010", "00B0000000", "00C0000001"), script.commands);
    }

    @Test
    void anErrorAfterAPartKeepsTheParts() throws NfcException {
        assertEquals("AA6F00", send(new Script("AA6101", "6F00"), "00B0000000"));
    }

    @ParameterizedTest
    @CsvSource({"00, 00", "02, 02", "0C, 00", "10, 00", "41, 41", "6A, 4A", "84, 00", "FF, 00"})
    void theLogicalChannelOfTheCommandIsKept(String cla, String expected) throws NfcException {
        Script script = new Script("6101", "AA9000");
        assertEquals("AA9000", send(script, cla + "B0000000"));
        assertEquals(expected + "C0000001", script.commands.get(1));
    }

    @Test
    void aCardThatNeverEndsIsAProtocolError() {
        ApduChannel endless = command -> Bytes.fromHex("016101");
        assertFails(ErrorKind.PROTOCOL, () -> new ResponseChaining(endless).transmit(Bytes.fromHex("00B0000000")));
    }

    @Test
    void nativeCommandsAndAnswersWithoutAStatusWordPassThrough() throws NfcException {
        assertEquals("6103", send(new Script("6103"), "60"));
        assertEquals("AF", send(new Script("AF"), "00B0000000"));
    }
}
