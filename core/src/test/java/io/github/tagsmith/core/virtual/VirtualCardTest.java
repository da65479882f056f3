package io.github.tagsmith.core.virtual;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.Features;
import io.github.tagsmith.core.feature.TlvProperties;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a connection asks the virtual reader itself: control codes and attributes. */
class VirtualCardTest {

    private static final Bytes GET_FIRMWARE = Bytes.fromHex("FF00480000");
    private static final Bytes ATR = Bytes.fromHex("3B8F8001804F0CA000000306030001000000006A");

    private final VirtualSlot slot = VirtualSlot.of("acr122u").orElseThrow();
    private final VirtualReader reader = new VirtualReader("reader", slot);

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void codesAreThoseOfPcscLite() throws NfcException {
        try (Card card = reader.connect(ShareMode.DIRECT)) {
            assertEquals(0x42000D48L, card.controlCode(3400));
            assertEquals(0x42000001L, card.escapeCode());
        }
    }

    @Test
    void theFeatureRequestFindsNone() throws NfcException {
        slot.present(new TinyStorageCard());
        try (Card card = reader.connect(ShareMode.SHARED)) {
            assertEquals(Bytes.EMPTY, card.control(card.controlCode(3400), Bytes.EMPTY));
            assertEquals(Map.of(), Features.of(card).codes());
        }
    }

    /** As CCID drivers answer: feature 12, then property 0A, dwMaxAPDUDataSize (PC/SC part 10). */
    @Test
    void thePlainReaderTakesExtendedApdus() throws NfcException {
        VirtualSlot plain = VirtualSlot.of("pcsc").orElseThrow();
        plain.present(new TinyStorageCard());
        try (Card card = new VirtualReader("plain", plain).connect(ShareMode.SHARED)) {
            assertEquals(Bytes.fromHex("120442330012"), card.control(0x42000D48L, Bytes.EMPTY));
            assertEquals(Bytes.fromHex("0A0400000100"), card.control(0x42330012L, Bytes.EMPTY));
            assertEquals(OptionalInt.of(65536), TlvProperties.extendedApdu(card));
        }
        slot.present(new TinyStorageCard());
        try (Card card = reader.connect(ShareMode.SHARED)) {
            assertEquals(OptionalInt.empty(), TlvProperties.extendedApdu(card));
        }
    }

    @Test
    void anEscapeReachesTheFirmwareWithAndWithoutACard() throws NfcException {
        try (Card direct = reader.connect(ShareMode.DIRECT)) {
            assertEquals(ascii("ACR122U207"), direct.control(direct.escapeCode(), GET_FIRMWARE));
        }
        slot.present(new TinyStorageCard());
        try (Card card = reader.connect(ShareMode.SHARED)) {
            assertEquals(ascii("ACR122U207"), card.control(card.escapeCode(), GET_FIRMWARE));
        }
    }

    @Test
    void whatFirmwareAndReaderDoNotKnowIsRefusedAndNamed() throws NfcException {
        try (Card card = reader.connect(ShareMode.DIRECT)) {
            NfcException escape =
                    assertFails(ErrorKind.READER_FAILED, () -> card.control(card.escapeCode(), Bytes.fromHex("EE")));
            assertTrue(escape.getMessage().contains("EE"), escape.getMessage());
            NfcException code = assertFails(ErrorKind.READER_FAILED, () -> card.control(0xC2330012L, Bytes.EMPTY));
            assertTrue(code.getMessage().contains("reader knows no control code C2330012"), code.getMessage());
        }
    }

    @Test
    void attributesTellOfReaderAndCard() throws NfcException {
        slot.present(new TinyStorageCard());
        try (Card card = reader.connect(ShareMode.SHARED)) {
            assertEquals(ascii("Tagsmith\0"), card.attribute(ReaderAttribute.VENDOR_NAME));
            assertEquals(ascii("virtual reader\0"), card.attribute(ReaderAttribute.VENDOR_IFD_TYPE));
            assertEquals(ascii("reader\0"), card.attribute(ReaderAttribute.DEVICE_FRIENDLY_NAME_A));
            assertEquals(ascii("reader\0"), card.attribute(ReaderAttribute.DEVICE_SYSTEM_NAME_A));
            assertEquals(ATR, card.attribute(ReaderAttribute.ATR_STRING));
            assertEquals(Bytes.of(2), card.attribute(ReaderAttribute.ICC_PRESENCE));
        }
    }

    @Test
    void attributesOfAnEmptyReader() throws NfcException {
        try (Card direct = reader.connect(ShareMode.DIRECT)) {
            assertEquals(Bytes.EMPTY, direct.attribute(ReaderAttribute.ATR_STRING));
            assertEquals(Bytes.of(0), direct.attribute(ReaderAttribute.ICC_PRESENCE));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReaderAttribute.class,
            names = {"MAX_CLK", "VENDOR_IFD_SERIAL_NO", "CHANNEL_ID"})
    void attributesThatAVirtualReaderHasNot(ReaderAttribute attribute) throws NfcException {
        try (Card card = reader.connect(ShareMode.DIRECT)) {
            NfcException failure = assertFails(ErrorKind.READER_FAILED, () -> card.attribute(attribute));
            assertTrue(failure.getMessage().contains(attribute.toString()), failure.getMessage());
        }
    }

    @Test
    void noAttributeIsSet() throws NfcException {
        try (Card card = reader.connect(ShareMode.DIRECT)) {
            assertFails(
                    ErrorKind.READER_FAILED, () -> card.setAttribute(ReaderAttribute.VENDOR_NAME, ascii("other\0")));
        }
    }

    /** SCardControl and SCardGetAttrib address the reader: cards that come and go do not end them. */
    @Test
    void theReaderAnswersWhateverBecomesOfTheCard() throws NfcException {
        try (Card direct = reader.connect(ShareMode.DIRECT)) {
            slot.present(new TinyStorageCard());
            assertEquals(ascii("ACR122U207"), direct.control(direct.escapeCode(), GET_FIRMWARE));
            assertEquals(Bytes.of(2), direct.attribute(ReaderAttribute.ICC_PRESENCE));
            assertEquals(ATR, direct.attribute(ReaderAttribute.ATR_STRING));
            slot.remove();
            assertEquals(ascii("ACR122U207"), direct.control(direct.escapeCode(), GET_FIRMWARE));
            assertEquals(Bytes.of(0), direct.attribute(ReaderAttribute.ICC_PRESENCE));
        }
    }

    @Test
    void aClosedConnectionAsksNothing() throws NfcException {
        Card card = reader.connect(ShareMode.DIRECT);
        card.close();
        assertFails(ErrorKind.INVALID_REQUEST, () -> card.control(card.escapeCode(), GET_FIRMWARE));
        assertFails(ErrorKind.INVALID_REQUEST, () -> card.attribute(ReaderAttribute.VENDOR_NAME));
        assertFails(ErrorKind.INVALID_REQUEST, () -> card.setAttribute(ReaderAttribute.VENDOR_NAME, Bytes.EMPTY));
    }
}
