package io.github.tagsmith.core.feature;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;

/**
 * PIN_MODIFY_STRUCTURE of PC/SC part 10: the old and the new PIN are typed at the reader and never seen by us.
 *
 * <pre>
 *  0 bTimerOut            1 bTimerOut2           2 bmFormatString       3 bmPINBlockString
 *  4 bmPINLengthFormat    5 bInsertionOffsetOld  6 bInsertionOffsetNew  7 wPINMaxExtraDigit
 *  9 bConfirmPIN         10 bEntryValidation    11 bNumberMessage      12 wLangId
 * 14 bMsgIndex1          15 bMsgIndex2          16 bMsgIndex3          17 bTeoPrologue[3]
 * 20 ulDataLength        24 the APDU, with room for both PINs
 * </pre>
 *
 * <p>Packed, 24 bytes before the APDU; numbers least significant byte first, as all systems with such readers have them.
 * Source: pcsc-lite 1.9.9, {@code reader.h}, and offsetof of the C compiler.
 *
 * @param timeout seconds until the first key; 0 for the reader's default
 * @param timeoutAfterFirstKey seconds; 0 for the reader's default
 * @param format how the PINs are coded; bmFormatString
 * @param block size of a PIN block and of its length field; bmPINBlockString
 * @param lengthFormat where a PIN's length goes; bmPINLengthFormat
 * @param oldOffset where the old PIN goes in the data of the APDU; bInsertionOffsetOld
 * @param newOffset where the new PIN goes; bInsertionOffsetNew
 * @param minDigits shortest PIN
 * @param maxDigits longest PIN
 * @param confirmation what is asked for: {@link #NEW_TWICE}, {@link #OLD_TOO}; bConfirmPIN
 * @param validation what ends an entry, 02 for the OK key; bEntryValidationCondition
 * @param messages how many messages are shown; bNumberMessage
 * @param language of the messages, a Windows language identifier; wLangId
 * @param firstMessage which message comes first; bMsgIndex1
 * @param secondMessage which comes second; bMsgIndex2
 * @param thirdMessage which comes third; bMsgIndex3
 * @param apdu the command, with room for the PINs
 */
public record PinModify(
        int timeout,
        int timeoutAfterFirstKey,
        int format,
        int block,
        int lengthFormat,
        int oldOffset,
        int newOffset,
        int minDigits,
        int maxDigits,
        int confirmation,
        int validation,
        int messages,
        int language,
        int firstMessage,
        int secondMessage,
        int thirdMessage,
        Bytes apdu) {

    /** Length of what stands before the APDU. */
    public static final int HEADER_LENGTH = 24;

    /** The new PIN is typed twice. */
    public static final int NEW_TWICE = 0x01;

    /** The old PIN is typed first. */
    public static final int OLD_TOO = 0x02;

    private static final int ASCII_FORMAT = 0x82;
    private static final int ENGLISH = 0x0409;

    /**
     * The usual case: ASCII PINs, the old one and the new one, left-justified in blocks of equal length that fill the data of
     * the APDU; the new one typed twice, each entry ended by the OK key.
     *
     * @param apdu a CHANGE REFERENCE DATA command with filled data, for instance 00240001 10 and 16 times FF
     * @param minDigits shortest PIN
     * @param maxDigits longest PIN
     * @return the structure
     */
    public static PinModify ascii(Bytes apdu, int minDigits, int maxDigits) {
        int block = (apdu.length() - 5) / 2;
        return new PinModify(
                0,
                0,
                ASCII_FORMAT,
                block,
                0,
                0,
                block,
                minDigits,
                maxDigits,
                NEW_TWICE | OLD_TOO,
                PinVerify.OK_KEY,
                3,
                ENGLISH,
                0,
                1,
                2,
                apdu);
    }

    /**
     * The packed structure.
     *
     * @return 24 bytes and the APDU
     */
    public Bytes bytes() {
        return Bytes.concat(
                Bytes.of(timeout, timeoutAfterFirstKey, format, block, lengthFormat),
                Bytes.of(oldOffset, newOffset, maxDigits, minDigits, confirmation, validation, messages),
                Bytes.littleEndian(language, 2),
                Bytes.of(firstMessage, secondMessage, thirdMessage, 0, 0, 0),
                Bytes.littleEndian(apdu.length(), 4),
                apdu);
    }

    /**
     * Has the PINs typed and changed.
     *
     * @param card a connection to the card
     * @param features what the driver offers
     * @return the card's answer, or the reader's: 6400 timeout, 6401 cancelled, 6402 new PINs differ
     * @throws NfcException {@code READER_FAILED} if the reader has no PIN pad that can do this
     */
    public Bytes modify(Card card, Features features) throws NfcException {
        long code = features.code(Feature.MODIFY_PIN_DIRECT)
                .orElseThrow(() -> new NfcException(
                        ErrorKind.READER_FAILED, "the reader " + card.readerName() + " cannot have a PIN changed"));
        return card.control(code, bytes());
    }
}
