package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CardGeneration;
import org.junit.jupiter.api.Test;

/** What came after EV1, without authentication; and the cards with fixed files. */
class NewerCardsTest {

    private static final String NDEF = "00A4040C07D276000085010100";

    /** The scan of a real EV3, as far as it needs no key (full-apdu-traces.json, kpn532). */
    @Test
    void aScanOfAnEv3() {
        Reader.of(CardGeneration.EV3)
                .expect("9060000000", "04010133001A05 91AF")
                .expect("00A4040007D276000085010100", "6A82")
                .expect("00A4040007D2760000850100", "9000")
                .expect("00A4000002E103", "6A82")
                .expect("905A00000300000000", "9100")
                .expect("906A000000", "9100")
                .expect("906E000000", "002000 9100")
                .expect("906D000000", "9100")
                .expect("905A0000033010F200", "91A0")
                .expect("9045000000", "0F01 9100");
    }

    /** Settings as a real NTAG 424 DNA tells them (file-settings.json, ntag424-ndef-plain). */
    @Test
    void ntag424() {
        Reader ntag = Reader.of(CardGeneration.NTAG_424)
                .expect("60", "6E00")
                .expect("90F50000010200", "919D")
                .expect(NDEF, "9000")
                .expect("90F50000010200", "0000E0EE000100 9100")
                .expect("90F50000010300", "00033023800000 9100")
                .expect("90F50000010500", "91F0")
                .expect("906A000000", "911C")
                .expect("90CD0000070500EEEE20000000", "911C")
                .expect("90AD0000070100000017000000", "001720010000FF0406E104010000000506E10500808283 9100")
                .expect("90AD0000070300000000000000", "91AE")
                .expect("908D00000902000000030000112200", "917E")
                .expect("908D00000A02000000030000112233 00".replace(" ", ""), "9100")
                .expect("00A4000C02E104", "9000")
                .expect("00B0000003", "112233 9000")
                .expect("00D6000102AABB", "9000")
                .expect("00B0000003", "11AABB 9000")
                .expect("00B0820103", "AABB00 9000")
                .expect("00B0010001", "6B00")
                .expect("00A4000C02E105", "9000")
                .expect("00B0000001", "6982")
                .expect("00A4000C02E199", "6A82")
                .expect("00A4080C02E199", "6A86")
                .expect("0084000008", "6D00")
                .expect("00A40400", "6700");
        assertEquals(
                256 + 2,
                ntag.card().answer(Bytes.fromHex("90AD0000070200000000000000")).length());
    }

    /** UID and counter in clear, as every reader sees them; a chain of the same reads counts once. */
    @Test
    void sdmMirrorsWithoutAuthentication() {
        String sdm = "5F0200EEEE";
        Reader card = Reader.inApplication(CardGeneration.EV3)
                .expect("CD0200EEEE400000", "00")
                .expect("3D02000000400000" + "30".repeat(52), "AF")
                .expect("AF" + "30".repeat(12), "00")
                .expect("F602", "9D")
                .expect("5F0240EEEE C1FEEF 000000 100000".replace(" ", ""), "00");
        String uid = "3034303633463732363333343830";
        String first = card.send("BD02000000160000");
        assertEquals("00" + uid + "3030" + "303030303031", first);
        assertEquals(first, card.send("BD02000000160000"));
        card.expect("6F", "00 02").expect("F602", "00 0100000000");
        assertNotEquals(first, card.send("BD02000000160000"));
        card.expect("F602", "00 0200000000").expect(sdm, "00").expect("F602", "9D");
        assertEquals("00" + "30".repeat(22), card.send("BD02000000160000"));
    }

    @Test
    void transactionInAnApplicationWithoutMac() {
        Reader.inApplication(CardGeneration.EV2)
                .expect("CB0000EEEE080000", "00")
                .expect("3D00000000010000AA", "00")
                .expect("C701", "9D")
                .expect("C700", "00")
                .expect("C702", "9E")
                .expect("C8" + "00".repeat(16), "9D");
    }

    @Test
    void updateRecord() {
        Reader.inApplication(CardGeneration.EV2)
                .expect("C00000EEEE020000040000", "00")
                .expect("3B00000000020000A1A2", "00")
                .expect("C7", "00")
                .expect("3B00000000020000B1B2", "00")
                .expect("C7", "00")
                .expect("DB000100000100000100 00EE".replace(" ", ""), "00")
                .expect("BB00000000000000", "00 A1A2B1B2")
                .expect("3B00000000020000C1C2", "9D")
                .expect("C7", "00")
                .expect("BB00000000000000", "00 A1EEB1B2")
                .expect("DB000200000000000100 00EE".replace(" ", ""), "BE");
    }

    /** Within a transaction, in the limits of the target; source and target are value files. */
    @Test
    void restoreTransfer() {
        Reader.inApplication(CardGeneration.EV2)
                .expect("CC0000EEEE00000000640000000A00000000", "00")
                .expect("CC0100EEEE00000000140000000000000000", "00")
                .expect("CD0200EEEE200000", "00")
                .expect("B10100", "00")
                .expect("6C01", "00 00000000")
                .expect("C7", "00")
                .expect("6C01", "00 0A000000")
                .expect("0C0032000000", "00")
                .expect("B10100", "BE")
                .expect("A7", "00")
                .expect("B101", "7E")
                .expect("B10102", "9E")
                .expect("B10201", "9E")
                .expect("B10120", "9E")
                .expect("B10180", "9E")
                .expect("B10103", "F0");
        Reader.inApplication(CardGeneration.EV1).expect("B10100", "1C");
    }

    @Test
    void additionalRights() {
        Reader.inApplication(CardGeneration.EV2)
                .expect("CD0000EEEE200000", "00")
                .expect("5F0080FEFF 02 FFEF FFFE".replace(" ", ""), "00")
                .expect("F500", "00 00 80 FEFF 200000 02 FFEF FFFE")
                .expect("BD00000000020000", "00 0000")
                .expect("3D00000000010000AA", "00")
                .expect("5F0000FEFF", "00")
                .expect("BD00000000020000", "9D");
    }

    @Test
    void proximityCheckWithAWrongMac() {
        Reader card = Reader.of(CardGeneration.EV3).expect("F0", "0B").expect("CA0100000F01", "00");
        card.expect("5A010000", "00").expect("F0", "90 0103200A").expect("60", "0B");
        String answer = card.send("F2081122334455667788");
        assertTrue(answer.startsWith("90") && answer.length() == 18, answer);
        card.expect("FD0000000000000000", "1E")
                .expect("FD0000000000000000", "9D")
                .expect("6F", "00");
    }

    @Test
    void light() {
        Reader.of(CardGeneration.LIGHT)
                .expect("00A4040010A00000039656434103F015400000000B00", "00".repeat(32) + "9000")
                .expect("00A4040010A00000039656434103F015400000000B", "9000")
                .expect("00A4040C10A00000039656434103F015400000000B00", "9000")
                .expect("906F000000", "000103040F1F 9100")
                .expect("90F50000010100", "040330121000000500000000009100")
                .expect("90F50000011F00", "000030E22000009100")
                .expect("90AD0000071F00000000000000", "00".repeat(32) + "9100")
                .expect("90BD0000071F00000000000000", "911C")
                .expect("905A00000300000000", "911C")
                .expect("90DF0000010000", "919D")
                .expect("90DF0000010F00", "9100");
    }
}
