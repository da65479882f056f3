package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.D40Session;
import io.github.tagsmith.desfire.sm.Keys;
import io.github.tagsmith.desfire.sm.RawCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scan of a real EV3 by NXP TagInfo, in the order it was recorded: trace of full-apdu-traces.json. */
class RecordedScanTest {

    private static final Vector SCAN =
            Vector.of("full-apdu-traces.json", "trace").findFirst().orElseThrow();

    private static DesfireChannel play(int from, int to, ScriptedCard card) {
        List<Map<String, Object>> exchanges = Json.objects(SCAN.inputs(), "exchanges");
        exchanges.subList(from, to).forEach(frame -> card.expect(Json.text(frame, "tx"), Json.text(frame, "rx")));
        return DesfireChannel.over(card);
    }

    private static RawCommand plain(Instruction instruction, String header) {
        return RawCommand.of(instruction, header, "", CommMode.MAC);
    }

    /** ISO selections of names and files, then that of the card level. */
    @Test
    void selections() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = play(1, 5, card);
        CommandApdu byName = CommandApdu.of(0x00, 0xA4, 0x04, 0x00);
        CommandApdu byFile = CommandApdu.of(0x00, 0xA4, 0x00, 0x00);
        assertEquals(
                0x6A82,
                channel.transmit(
                                byName.withData(Bytes.fromHex("D2760000850101")).withNe(256))
                        .sw()
                        .value());
        assertEquals(
                0x9000,
                channel.transmit(byName.withData(Bytes.fromHex("D2760000850100")))
                        .sw()
                        .value());
        assertEquals(
                0x6A82,
                channel.transmit(byFile.withData(Bytes.fromHex("E103"))).sw().value());
        assertEquals(
                Bytes.EMPTY,
                channel.send(plain(Instruction.SELECT_APPLICATION, "000000").ending()));
        card.assertPlayed();
    }

    /** A selection in the middle of the version's three frames is answered with CA; the version is whole the next time. */
    @Test
    void abortedChain() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = play(6, 10, card);
        NfcException aborted = assertThrows(
                NfcException.class,
                () -> channel.send(
                        plain(Instruction.SELECT_APPLICATION, "000000").ending()));
        assertEquals(ErrorKind.REFUSED, aborted.kind());
        assertEquals(0x91CA, aborted.code().orElseThrow());
        Bytes version = channel.send(plain(Instruction.GET_VERSION, ""));
        assertEquals(Bytes.fromHex("04010133001A05 04010103001A05 0495910A5D6D8099536730302020"), version);
        card.assertPlayed();
    }

    /** A D40 session whose answers carry no MAC. The reader's random number was 0. */
    @Test
    void legacySession() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = play(10, 15, card);
        BlockCipher cipher = BlockCipher.des(Bytes.zeros(8));
        Bytes token = Bytes.fromHex("00000000000000004C066583A1B1DCDF");
        Bytes rndA = cipher.encipherReceived(Bytes.zeros(8), token).slice(0, 8);
        channel.authenticate(
                AuthenticationMethod.D40, new KeyNo(0), Keys.key(KeyAlgorithm.DES, "0000000000000000", rndA));
        assertInstanceOf(D40Session.class, channel.session());
        assertEquals(Bytes.EMPTY, channel.send(plain(Instruction.GET_APPLICATION_IDS, "")));
        assertEquals(Bytes.fromHex("002000"), channel.send(plain(Instruction.FREE_MEMORY, "")));
        assertEquals(Bytes.EMPTY, channel.send(plain(Instruction.GET_DF_NAMES, "")));
        card.assertPlayed();
    }

    /** The signature ends with status 90. */
    @Test
    void signatureAndSettings() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = play(15, 18, card);
        NfcException missing = assertThrows(
                NfcException.class,
                () -> channel.send(
                        plain(Instruction.SELECT_APPLICATION, "3010F2").ending()));
        assertEquals(0x91A0, missing.code().orElseThrow());
        assertEquals(56, channel.send(plain(Instruction.READ_SIGNATURE, "00")).length());
        assertEquals(Bytes.fromHex("0F01"), channel.send(plain(Instruction.GET_KEY_SETTINGS, "")));
        card.assertPlayed();
    }

    /** Every exchange is in one of the tests, but two requests for the first frame of the version only. */
    @Test
    void theScanIsWhole() {
        assertEquals(18, ((Number) SCAN.expected("count")).intValue());
        List<Map<String, Object>> exchanges = Json.objects(SCAN.inputs(), "exchanges");
        assertEquals(18, exchanges.size());
        assertEquals(exchanges.get(0), exchanges.get(5));
        assertEquals(exchanges.get(0), exchanges.get(7));
    }
}
