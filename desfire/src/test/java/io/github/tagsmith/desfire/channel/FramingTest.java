package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.sm.LostSession;
import io.github.tagsmith.desfire.sm.RawCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames, chains, and what cannot be one. */
class FramingTest {

    private static final RawCommand VERSION = RawCommand.of(Instruction.GET_VERSION, "", "", CommMode.MAC);
    private static final RawCommand SELECT = RawCommand.of(Instruction.SELECT_APPLICATION, "010000", "", CommMode.PLAIN)
            .ending();

    private static RawCommand write(int length) {
        return RawCommand.of(Instruction.WRITE_DATA, "01000000000000", "AB".repeat(length), CommMode.PLAIN);
    }

    /** ATS of a DESFire EV1 (FSCI 5), EV2 (7) and EV3 (8); none at all means FSCI 2. */
    @ParameterizedTest
    @CsvSource({"067577810280, 60", "067777710280, 124", "067877710280, 252", "01, 28", "0679777102FF, 252"})
    void frameSizeOfAnAts(String ats, int frame) {
        assertEquals(frame, FrameLimits.SHORT.withAts(Bytes.fromHex(ats)).frame());
    }

    /** 59 bytes behind the command byte natively, 54 wrapped: as in the recorded sessions. */
    @Test
    void aLongCommandIsCut() throws NfcException {
        String header = "01000000000000";
        ScriptedCard bare = new ScriptedCard()
                .expect("3D" + header + "AB".repeat(52), "AF")
                .expect("AF" + "AB".repeat(59), "AF")
                .expect("AF" + "AB".repeat(9), "00");
        DesfireChannel.over(bare, Framing.NATIVE).send(write(120));
        bare.assertPlayed();
        ScriptedCard wrapped = new ScriptedCard()
                .expect("903D000036" + header + "AB".repeat(47) + "00", "91AF")
                .expect("90AF000036" + "AB".repeat(54) + "00", "91AF")
                .expect("90AF000013" + "AB".repeat(19) + "00", "9100");
        DesfireChannel.over(wrapped, Framing.WRAPPED).send(write(120));
        wrapped.assertPlayed();
    }

    @Test
    void aLargerFrameTakesMore() throws NfcException {
        ScriptedCard card = new ScriptedCard().expect("903D00007F01000000000000" + "AB".repeat(120) + "00", "9100");
        DesfireChannel channel = DesfireChannel.over(card);
        channel.setLimits(FrameLimits.SHORT.withAts(Bytes.fromHex("067877710280")));
        channel.send(write(120));
        card.assertPlayed();
    }

    /** Extended length goes to commands that ISO/IEC 14443-4 cuts, and to no others. */
    @Test
    void extendedLength() throws NfcException {
        ScriptedCard card = new ScriptedCard()
                .expect("90AD0000000007010000000010000000", "9100")
                .expect("9060000000", "9100");
        DesfireChannel channel = DesfireChannel.over(card);
        channel.setLimits(FrameLimits.SHORT.extended(65536));
        channel.send(RawCommand.of(Instruction.READ_DATA_ISO, "01000000001000", "", CommMode.PLAIN));
        channel.send(VERSION);
        card.assertPlayed();
    }

    @Test
    void tooLongForOneApdu() {
        DesfireChannel channel = DesfireChannel.over(new ScriptedCard());
        RawCommand command =
                RawCommand.of(Instruction.WRITE_DATA_ISO, "01000000000000", "AB".repeat(300), CommMode.PLAIN);
        assertEquals(
                ErrorKind.INVALID_REQUEST,
                assertThrows(NfcException.class, () -> channel.send(command)).kind());
    }

    /** An answer before everything was sent; a frame of data where none may be; a chain that never ends; no status. */
    @ParameterizedTest
    @ValueSource(strings = {"9100", "9190", "0191AF", "01911E"})
    void notInTheMiddleOfACommand(String answer) {
        assertProtocol(sent -> Bytes.fromHex(answer), write(120));
    }

    @Test
    void aChainWithoutEnd() {
        assertProtocol(sent -> Bytes.fromHex("91AF"), VERSION);
        assertProtocol(sent -> Bytes.fromHex("0091AF"), VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "9000", "9190", "9101"})
    void noStatusOfDesfire(String answer) {
        NfcException error = assertThrows(
                NfcException.class,
                () -> DesfireChannel.over(sent -> Bytes.fromHex(answer)).send(VERSION));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
    }

    @Test
    void anErrorInTheMiddleOfAChain() {
        ScriptedCard card =
                new ScriptedCard().expect("9060000000", "0401010100180591AF").expect("90AF000000", "91CA");
        NfcException error =
                assertThrows(NfcException.class, () -> DesfireChannel.over(card).send(VERSION));
        assertEquals(ErrorKind.REFUSED, error.kind());
        assertEquals(0x91CA, error.code().orElseThrow());
    }

    private static void assertProtocol(ApduChannel card, RawCommand command) {
        DesfireChannel channel = DesfireChannel.over(card);
        NfcException error = assertThrows(NfcException.class, () -> channel.send(command));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
        assertEquals(LostSession.class, channel.session().getClass());
    }

    /** The choice is made on the first command after a selection, and kept until the next. */
    @Test
    void bareCommandsWhereWrappedOnesAreUnknown() throws NfcException {
        ScriptedCard card = new ScriptedCard()
                .expect("905A00000301000000", "6E00")
                .expect("5A010000", "00")
                .expect("60", "00")
                .expect("5A010000", "00");
        DesfireChannel channel = DesfireChannel.over(card);
        channel.send(SELECT);
        channel.send(VERSION);
        channel.send(SELECT);
        assertEquals(Framing.NATIVE, channel.framing());
        card.assertPlayed();
    }

    @Test
    void theFramingIsKeptWithinAnApplication() throws NfcException {
        ScriptedCard card =
                new ScriptedCard().expect("905A00000301000000", "9100").expect("9060000000", "6E00");
        DesfireChannel channel = DesfireChannel.over(card);
        channel.send(SELECT);
        NfcException error = assertThrows(NfcException.class, () -> channel.send(VERSION));
        assertEquals(ErrorKind.REFUSED, error.kind());
        assertEquals(0x6E00, error.code().orElseThrow());
        card.assertPlayed();
    }

    @Test
    void aChosenFramingIsNeverChanged() {
        ScriptedCard card = new ScriptedCard().expect("905A00000301000000", "6E00");
        assertThrows(
                NfcException.class,
                () -> DesfireChannel.over(card, Framing.WRAPPED).send(SELECT));
        card.assertPlayed();
    }
}
