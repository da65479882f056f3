package io.github.tagsmith.core.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.error.NfcException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ATRs from pcsc-tools' smartcard_list (classic-atr.json), versions from versions.json. */
class CardIdentificationTest {

    private static final Bytes DESFIRE_ATR = Bytes.fromHex("3B8180018080");

    private final Map<Bytes, Bytes> answers = new HashMap<>();

    private final ApduChannel channel = command -> answers.getOrDefault(command, Bytes.of(0x6A, 0x81));

    private void answer(String command, String response) {
        answers.put(Bytes.fromHex(command), Bytes.fromHex(response));
    }

    private CardIdentification identify(Bytes atr) throws NfcException {
        return CardIdentification.of(atr, channel, new StorageCard(channel));
    }

    private void version(String first, String second, String third) {
        answer("FFCA000000", "04112233445566 9000");
        answer("9060000000", first + "91AF");
        answers.put(Bytes.fromHex("90AF000000"), Bytes.fromHex(second + "91AF"));
        thirdFrame = Bytes.fromHex(third + "9100");
    }

    private Bytes thirdFrame = Bytes.EMPTY;
    private int additionalFrames;

    private CardIdentification identifyByVersion() throws NfcException {
        ApduChannel chained = command -> {
            boolean more = command.equals(Bytes.fromHex("90AF000000"));
            return more && additionalFrames++ == 1 ? thirdFrame : channel.transmit(command);
        };
        return CardIdentification.of(DESFIRE_ATR, chained, new StorageCard(chained));
    }

    @Test
    void desfireIsToldByItsVersion() throws NfcException {
        version("04010133001a05", "04010103001a05", "0495910a5d6d8099536730302020");
        assertEquals("MIFARE DESFire EV3", identifyByVersion().type());
    }

    @Test
    void ntag424IsNoDesfire() throws NfcException {
        version("04040230001105", "04040201021105", "04536b4a2f7080cf39d449803420");
        assertEquals("NTAG 424 DNA", identifyByVersion().type());
    }

    @Test
    void cardWithoutAVersionIsToldByItsHistoricalBytes() throws NfcException {
        answer("FFCA000000", "0411223344556677 9000");
        assertEquals(
                "MIFARE Plus S",
                identify(Bytes.fromHex("3B878001C1052F2F0035C730")).type());
        assertEquals(
                "ISO/IEC 14443-4 card",
                identify(Bytes.fromHex("3B858001807384214012")).type());
    }

    @Test
    void storageCardsAreNamedInTheAtr() throws NfcException {
        answer("FFCA000000", "01020304 9000");
        assertEquals(
                "MIFARE Ultralight C",
                identify(new StorageCardAtr(3, 0x003A).toAtr()).type());
        assertEquals(
                "FeliCa", identify(new StorageCardAtr(0x11, 0x003B).toAtr()).type());
        assertEquals(
                "storage card, SAK 77",
                identify(new StorageCardAtr(3, 0xFF77).toAtr()).type());
        assertEquals(
                "Infineon SLE66R35 1K",
                identify(new StorageCardAtr(3, 0xFF88).toAtr()).type());
        assertEquals(
                "storage card, ISO15693-3",
                identify(new StorageCardAtr(0x0B, 0).toAtr()).type());
    }

    @Test
    void contactCardIsAskedForNothingElse() throws NfcException {
        assertEquals(
                "contact card", identify(Bytes.fromHex("3B6500009C01010103")).type());
    }

    @Test
    void randomUidIsFlagged() throws NfcException {
        answer("FFCA000000", "08123456 9000");
        assertTrue(identify(DESFIRE_ATR).randomUid());
        answer("FFCA000000", "04123456 9000");
        assertFalse(identify(DESFIRE_ATR).randomUid());
    }

    /** The frames are those of the ACR122U manual's pass-through; NTAG213's version is that of its data sheet. */
    @Test
    void chipOfTheReaderTellsAnNtagFromAnUltralight() throws NfcException {
        answer("FFCA000000", "04112233445566 9000");
        answer("FF00000004D44A0100", "D54B01010044000704112233445566 9000");
        answer("FF00000004D4400160", "D541000004040201000F03 9000");
        assertEquals(
                "NTAG213", identifyByChip(new StorageCardAtr(3, 0x0003).toAtr()).type());
    }

    @Test
    void ultralightWithoutAVersionStaysOne() throws NfcException {
        answer("FFCA000000", "04112233445566 9000");
        answer("FF00000004D44A0100", "D54B01010044000704112233445566 9000");
        answer("FF00000004D4400160", "D54101 9000");
        CardIdentification card = identifyByChip(new StorageCardAtr(3, 0x0003).toAtr());
        assertEquals("MIFARE Ultralight", card.type());
        assertEquals(new Anticollision(0x0044, 0x00), card.anticollision().orElseThrow());
    }

    @Test
    void anticollisionNamesACardThatTheAtrDoesNot() throws NfcException {
        answer("FFCA000000", "01020304 9000");
        answer("FF00000004D44A0100", "D54B0101000438 0401020304 9000");
        assertEquals(
                "storage card, ISO14443A-3",
                identifyByChip(new StorageCardAtr(3, 0).toAtr()).type());
        answer("FF00000004D44A0100", "D54B0101000419 0401020304 9000");
        assertEquals(
                "MIFARE Classic 2K",
                identifyByChip(new StorageCardAtr(3, 0).toAtr()).type());
    }

    private CardIdentification identifyByChip(Bytes atr) throws NfcException {
        Dialect acr122u = Dialects.load(Map.of()).required("acr122u");
        return CardIdentification.of(atr, channel, new StorageCard(channel, acr122u));
    }
}
