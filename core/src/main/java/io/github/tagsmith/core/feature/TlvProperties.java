package io.github.tagsmith.core.feature;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer to the feature GET_TLV_PROPERTIES: tag, length, value; numbers least significant byte first.
 *
 * @param values values by tag, in the driver's order; tags without a name included
 */
public record TlvProperties(Map<Integer, Bytes> values) {

    /** The properties that have names. */
    public enum Property {
        /** Layout of the display, columns and lines; wLcdLayout. */
        LCD_LAYOUT(1),
        /** Which event ends the entry of a PIN; bEntryValidationCondition. */
        ENTRY_VALIDATION_CONDITION(2),
        /** Timeout after the first key; bTimeOut2. */
        TIMEOUT2(3),
        /** Characters in a line of the display; wLcdMaxCharacters. */
        LCD_MAX_CHARACTERS(4),
        /** Lines of the display; wLcdMaxLines. */
        LCD_MAX_LINES(5),
        /** Shortest PIN; bMinPINSize. */
        MIN_PIN_SIZE(6),
        /** Longest PIN; bMaxPINSize. */
        MAX_PIN_SIZE(7),
        /** Firmware, as text; sFirmwareID. */
        FIRMWARE_ID(8),
        /** Whether pseudo-APDUs reach the reader: bit 0 through SCardControl, bit 1 through SCardTransmit; bPPDUSupport. */
        PPDU_SUPPORT(9),
        /** Longest APDU data; dwMaxAPDUDataSize: 0 short only. */
        MAX_APDU_DATA_SIZE(10),
        /** USB vendor; wIdVendor. */
        USB_VENDOR(11),
        /** USB product; wIdProduct. */
        USB_PRODUCT(12);

        private final int tag;

        Property(int tag) {
            this.tag = tag;
        }

        /**
         * Its tag.
         *
         * @return 1 byte
         */
        public int tag() {
            return tag;
        }
    }

    /**
     * Copies the values.
     *
     * @param values values by tag
     */
    public TlvProperties {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Asks the driver.
     *
     * @param card a connection, direct or not
     * @param features what the driver offers
     * @return the properties
     * @throws NfcException {@code READER_FAILED} if the driver does not offer them
     */
    public static TlvProperties of(Card card, Features features) throws NfcException {
        long code = features.code(Feature.GET_TLV_PROPERTIES)
                .orElseThrow(() -> new NfcException(
                        ErrorKind.READER_FAILED, "the driver of " + card.readerName() + " offers no properties"));
        return parse(card.control(code, Bytes.EMPTY));
    }

    /**
     * Reads an answer.
     *
     * @param answer tag, length, value, as often as there are properties
     * @return the properties
     * @throws NfcException {@code MALFORMED_INPUT} if it is cut
     */
    public static TlvProperties parse(Bytes answer) throws NfcException {
        ByteCursor cursor = new ByteCursor(answer, "the list of properties");
        Map<Integer, Bytes> values = new LinkedHashMap<>();
        while (cursor.remaining() > 0) {
            int tag = cursor.take();
            values.put(tag, cursor.take(cursor.take()));
        }
        return new TlvProperties(values);
    }

    /**
     * A property that is a number.
     *
     * @param property which one
     * @return its value, if there is one of at most 4 bytes
     */
    public OptionalInt number(Property property) {
        Bytes value = values.get(property.tag());
        return value == null || value.isEmpty() || value.length() > Integer.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of((int) value.toUnsignedLittleEndian());
    }

    /**
     * The most data of an APDU that a reader takes and gives; nothing is sent to the card.
     *
     * @param card a connection
     * @return number of bytes, 257 to 65536; nothing if the driver does not say so, or if the reader knows short APDUs only
     * @throws NfcException if the reader or the card is gone
     */
    public static OptionalInt extendedApdu(Card card) throws NfcException {
        OptionalInt longest;
        try {
            longest = of(card, Features.of(card)).number(Property.MAX_APDU_DATA_SIZE);
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.READER_FAILED || e.kind() == ErrorKind.MALFORMED_INPUT) {
                return OptionalInt.empty();
            }
            throw e;
        }
        return longest.isEmpty() || longest.getAsInt() <= CommandApdu.MAX_SHORT_NE
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(longest.getAsInt(), CommandApdu.MAX_EXTENDED_NE));
    }

    /**
     * The firmware.
     *
     * @return as text, if there is such a property
     */
    public Optional<String> firmware() {
        return Optional.ofNullable(values.get(Property.FIRMWARE_ID.tag()))
                .map(text -> text.toText(StandardCharsets.US_ASCII).replace("\0", ""));
    }
}
