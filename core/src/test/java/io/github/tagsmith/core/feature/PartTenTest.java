package io.github.tagsmith.core.feature;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.TlvProperties.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PartTenTest {

    /** As libccid 1.5.2 gave it for a GemPC PinPad with escapes allowed. */
    private static final Bytes PIN_PAD =
            Bytes.fromHex("060442330006 070442330007 0A044233000A 120442330012 130442000001");

    @Test
    void featuresAreReadInOrder() throws NfcException {
        Features features = Features.parse(PIN_PAD);
        assertEquals(
                List.of(0x06, 0x07, 0x0A, 0x12, 0x13),
                List.copyOf(features.codes().keySet()));
        assertEquals(OptionalLong.of(0x42330006L), features.code(Feature.VERIFY_PIN_DIRECT));
        assertEquals(OptionalLong.of(0x42000001L), features.code(Feature.CCID_ESC_COMMAND));
        assertEquals(OptionalLong.empty(), features.code(Feature.EXECUTE_PACE));
    }

    @Test
    void codesOverHalfTheRangeAreUnsignedAndUnknownTagsAreKept() throws NfcException {
        assertEquals(
                Map.of(0xEE, 0xFFFFFFFEL),
                Features.parse(Bytes.fromHex("EE04FFFFFFFE")).codes());
        assertEquals(Map.of(), Features.parse(Bytes.EMPTY).codes());
    }

    @Test
    void malformedFeaturesAreRefused() {
        assertFails(ErrorKind.MALFORMED_INPUT, () -> Features.parse(Bytes.fromHex("12")));
        assertFails(ErrorKind.MALFORMED_INPUT, () -> Features.parse(Bytes.fromHex("1203423300")));
        assertFails(ErrorKind.MALFORMED_INPUT, () -> Features.parse(Bytes.fromHex("1204423300")));
    }

    @Test
    void everyFeatureIsFoundByItsTag() {
        for (Feature feature : Feature.values()) {
            assertEquals(Optional.of(feature), Feature.of(feature.tag()));
        }
        assertEquals(Optional.empty(), Feature.of(0x21));
    }

    @Test
    void propertiesAreLeastSignificantByteFirst() throws NfcException {
        TlvProperties properties =
                TlvProperties.parse(Bytes.fromHex("01021002 020107 0A0400000100 0805312E323300 0B02E608 0C023744"));
        assertEquals(OptionalInt.of(0x0210), properties.number(Property.LCD_LAYOUT));
        assertEquals(OptionalInt.of(7), properties.number(Property.ENTRY_VALIDATION_CONDITION));
        assertEquals(OptionalInt.of(65536), properties.number(Property.MAX_APDU_DATA_SIZE));
        assertEquals(OptionalInt.of(0x08E6), properties.number(Property.USB_VENDOR));
        assertEquals(OptionalInt.empty(), properties.number(Property.MIN_PIN_SIZE));
        assertEquals(Optional.of("1.23"), properties.firmware());
        assertFails(ErrorKind.MALFORMED_INPUT, () -> TlvProperties.parse(Bytes.fromHex("010210")));
    }

    @Test
    void aPinStructureIsPacked() {
        Bytes apdu = Bytes.fromHex("0020000108FFFFFFFFFFFFFFFF");
        Bytes packed = PinVerify.ascii(apdu, 4, 8).bytes();
        assertEquals(
                Bytes.fromHex("00 00 82 08 00 0804 02 01 0904 00 000000 0D000000 0020000108FFFFFFFFFFFFFFFF"), packed);
        assertEquals(PinVerify.HEADER_LENGTH + apdu.length(), packed.length());
    }

    /** Offsets of the C compiler: 5, 6 insertion, 7 digits, 9 confirmation, 12 language, 14 messages, 20 length, 24 data. */
    @Test
    void thePinModifyStructureIsPacked() {
        Bytes apdu = Bytes.fromHex("0024000110" + "FF".repeat(16));
        Bytes packed = PinModify.ascii(apdu, 4, 8).bytes();
        assertEquals(
                Bytes.fromHex("00 00 82 08 00 00 08 0804 03 02 03 0904 00 01 02 000000 15000000 0024000110"
                        + "FF".repeat(16)),
                packed);
        assertEquals(PinModify.HEADER_LENGTH + apdu.length(), packed.length());
    }
}
