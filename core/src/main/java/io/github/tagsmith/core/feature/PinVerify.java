package io.github.tagsmith.core.feature;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;

/**
 * PIN_VERIFY_STRUCTURE of PC/SC part 10: the PIN is typed at the reader and never seen by us.
 *
 * <pre>
 *  0 bTimerOut            1 bTimerOut2           2 bmFormatString       3 bmPINBlockString
 *  4 bmPINLengthFormat    5 wPINMaxExtraDigit    7 bEntryValidation     8 bNumberMessage
 *  9 wLangId             11 bMsgIndex           12 bTeoPrologue[3]     15 ulDataLength
 * 19 the APDU, with room for the PIN
 * </pre>
 *
 * <p>Packed, 19 bytes before the APDU; numbers least significant byte first, as all systems with such readers have them.
 *
 * @param timeout seconds until the first key; 0 for the reader's default
 * @param timeoutAfterFirstKey seconds; 0 for the reader's default
 * @param format how the PIN is coded; bmFormatString
 * @param block size of the PIN block and of its length field; bmPINBlockString
 * @param lengthFormat where the PIN's length goes; bmPINLengthFormat
 * @param minDigits shortest PIN
 * @param maxDigits longest PIN
 * @param validation what ends the entry, 02 for the OK key; bEntryValidationCondition
 * @param messages how many messages are shown; bNumberMessage
 * @param language of the messages, a Windows language identifier; wLangId
 * @param message which message; bMsgIndex
 * @param apdu the command, with room for the PIN
 */
public record PinVerify(
        int timeout,
        int timeoutAfterFirstKey,
        int format,
        int block,
        int lengthFormat,
        int minDigits,
        int maxDigits,
        int validation,
        int messages,
        int language,
        int message,
        Bytes apdu) {

    /** Length of what stands before the APDU. */
    public static final int HEADER_LENGTH = 19;

    /** The OK key ends the entry. */
    public static final int OK_KEY = 0x02;

    private static final int ASCII_FORMAT = 0x82;
    private static final int ENGLISH = 0x0409;

    /**
     * The usual case: an ASCII PIN, left-justified in a block that fills the data of the APDU, ended by the OK key.
     *
     * @param apdu a VERIFY command with filled data, for instance 00200001 08 FFFFFFFFFFFFFFFF
     * @param minDigits shortest PIN
     * @param maxDigits longest PIN
     * @return the structure
     */
    public static PinVerify ascii(Bytes apdu, int minDigits, int maxDigits) {
        return new PinVerify(
                0, 0, ASCII_FORMAT, apdu.length() - 5, 0, minDigits, maxDigits, OK_KEY, 1, ENGLISH, 0, apdu);
    }

    /**
     * The packed structure.
     *
     * @return 19 bytes and the APDU
     */
    public Bytes bytes() {
        return Bytes.concat(
                Bytes.of(timeout, timeoutAfterFirstKey, format, block, lengthFormat, maxDigits, minDigits),
                Bytes.of(validation, messages),
                Bytes.littleEndian(language, 2),
                Bytes.of(message, 0, 0, 0),
                Bytes.littleEndian(apdu.length(), 4),
                apdu);
    }

    /**
     * Has the PIN typed and verified.
     *
     * @param card a connection to the card
     * @param features what the driver offers
     * @return the card's answer, or the reader's: 6400 timeout, 6401 cancelled
     * @throws NfcException {@code READER_FAILED} if the reader has no PIN pad
     */
    public Bytes verify(Card card, Features features) throws NfcException {
        long code = features.code(Feature.VERIFY_PIN_DIRECT)
                .orElseThrow(() -> new NfcException(
                        ErrorKind.READER_FAILED, "the reader " + card.readerName() + " has no PIN pad"));
        return card.control(code, bytes());
    }
}
