package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * What can be asked about a reader, named as SCARD_ATTR_ in PC/SC. The class of an attribute is in the upper half of its
 * tag. Source of names and numbers: pcsc-lite 1.9.9, {@code reader.h}. Which of them a reader answers is up to its driver.
 */
public enum ReaderAttribute {
    /** Name of the maker. */
    VENDOR_NAME(0x00010100, Form.TEXT),
    /** Model of the reader. */
    VENDOR_IFD_TYPE(0x00010101, Form.TEXT),
    /** Version of the reader: major in the highest byte, minor in the next, build in the lower two. */
    VENDOR_IFD_VERSION(0x00010102, Form.NUMBER),
    /** Serial number of the reader. */
    VENDOR_IFD_SERIAL_NO(0x00010103, Form.TEXT),
    /** Channel: its type in the upper half (0020 is USB), its number in the lower. */
    CHANNEL_ID(0x00020110, Form.NUMBER),
    /** Asynchronous protocols the reader speaks. */
    ASYNC_PROTOCOL_TYPES(0x00030120, Form.NUMBER),
    /** Default clock rate in kHz. */
    DEFAULT_CLK(0x00030121, Form.NUMBER),
    /** Highest clock rate in kHz. */
    MAX_CLK(0x00030122, Form.NUMBER),
    /** Default data rate in bit/s. */
    DEFAULT_DATA_RATE(0x00030123, Form.NUMBER),
    /** Highest data rate in bit/s. */
    MAX_DATA_RATE(0x00030124, Form.NUMBER),
    /** Longest information field the reader takes, in bytes. */
    MAX_IFSD(0x00030125, Form.NUMBER),
    /** Synchronous protocols the reader speaks. */
    SYNC_PROTOCOL_TYPES(0x00030126, Form.NUMBER),
    /** Whether the reader can power down with a card in it; 0 if not. */
    POWER_MGMT_SUPPORT(0x00040131, Form.NUMBER),
    /** Devices of user to card authentication. */
    USER_TO_CARD_AUTH_DEVICE(0x00050140, Form.NUMBER),
    /** Input devices of user authentication. */
    USER_AUTH_INPUT_DEVICE(0x00050142, Form.NUMBER),
    /** Mechanical characteristics. */
    CHARACTERISTICS(0x00060150, Form.NUMBER),
    /** Protocol in use. */
    CURRENT_PROTOCOL_TYPE(0x00080201, Form.NUMBER),
    /** Clock rate in use, in kHz. */
    CURRENT_CLK(0x00080202, Form.NUMBER),
    /** Clock conversion factor in use. */
    CURRENT_F(0x00080203, Form.NUMBER),
    /** Bit rate conversion factor in use. */
    CURRENT_D(0x00080204, Form.NUMBER),
    /** Guard time in use. */
    CURRENT_N(0x00080205, Form.NUMBER),
    /** Work waiting time in use. */
    CURRENT_W(0x00080206, Form.NUMBER),
    /** Information field size of the card in use. */
    CURRENT_IFSC(0x00080207, Form.NUMBER),
    /** Information field size of the reader in use. */
    CURRENT_IFSD(0x00080208, Form.NUMBER),
    /** Block waiting time in use. */
    CURRENT_BWT(0x00080209, Form.NUMBER),
    /** Character waiting time in use. */
    CURRENT_CWT(0x0008020A, Form.NUMBER),
    /** Error detection code in use. */
    CURRENT_EBC_ENCODING(0x0008020B, Form.NUMBER),
    /** Extended block waiting time. */
    EXTENDED_BWT(0x0008020C, Form.NUMBER),
    /** Card presence: 0 none, 1 present, 2 swallowed or present in a contactless reader. */
    ICC_PRESENCE(0x00090300, Form.NUMBER),
    /** Whether the contacts are active; 0 if not. */
    ICC_INTERFACE_STATUS(0x00090301, Form.NUMBER),
    /** State of the I/O line. */
    CURRENT_IO_STATE(0x00090302, Form.NUMBER),
    /** ATR of the card. */
    ATR_STRING(0x00090303, Form.BYTES),
    /** Type of the card as the ATR has it. */
    ICC_TYPE_PER_ATR(0x00090304, Form.NUMBER),
    /** Escape: reset. */
    ESC_RESET(0x0007A000, Form.BYTES),
    /** Escape: cancel. */
    ESC_CANCEL(0x0007A003, Form.BYTES),
    /** Escape: authentication request. */
    ESC_AUTHREQUEST(0x0007A005, Form.BYTES),
    /** Longest input the reader takes, in bytes. */
    MAXINPUT(0x0007A007, Form.NUMBER),
    /** Number of this reader among those of its model, from 0. */
    DEVICE_UNIT(0x7FFF0001, Form.NUMBER),
    /** Whether the reader is in use. */
    DEVICE_IN_USE(0x7FFF0002, Form.NUMBER),
    /** Name shown to people, in 8-bit characters. */
    DEVICE_FRIENDLY_NAME_A(0x7FFF0003, Form.TEXT),
    /** Name in the system, in 8-bit characters. */
    DEVICE_SYSTEM_NAME_A(0x7FFF0004, Form.TEXT),
    /** Name shown to people, in UTF-16. */
    DEVICE_FRIENDLY_NAME_W(0x7FFF0005, Form.WIDE_TEXT),
    /** Name in the system, in UTF-16. */
    DEVICE_SYSTEM_NAME_W(0x7FFF0006, Form.WIDE_TEXT),
    /** Whether the T=1 request for the information field size is left out. */
    SUPPRESS_T1_IFS_REQUEST(0x7FFF0007, Form.NUMBER);

    private final int tag;
    private final Form form;

    ReaderAttribute(int tag, Form form) {
        this.tag = tag;
        this.form = form;
    }

    private enum Form {
        TEXT,
        WIDE_TEXT,
        NUMBER,
        BYTES
    }

    /**
     * Its number, SCARD_ATTR_VALUE.
     *
     * @return class in the upper half, number in the lower
     */
    public int tag() {
        return tag;
    }

    /**
     * A value as people read it: text without its final zero, a number (in the machine's byte order, least significant
     * first) in decimal, anything else in hexadecimal.
     *
     * @param value what the driver gave
     * @return that value in words
     */
    public String show(Bytes value) {
        return switch (form) {
            case TEXT -> untilZero(value.toText(StandardCharsets.UTF_8));
            case WIDE_TEXT -> untilZero(value.toText(StandardCharsets.UTF_16LE));
            case NUMBER ->
                value.isEmpty() || value.length() > Long.BYTES
                        ? value.toHex()
                        : Long.toUnsignedString(value.toUnsignedLittleEndian());
            case BYTES -> value.toHex();
        };
    }

    private static String untilZero(String text) {
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }
}
