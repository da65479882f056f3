package io.github.tagsmith.core.feature;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a reader's driver offers, and under which control code: the answer to GET_FEATURE_REQUEST.
 *
 * <pre>
 * 12 04 42 33 00 12    tag, length 4, control code, most significant byte first
 * 13 04 42 00 00 01
 * </pre>
 *
 * @param codes control codes by tag, in the driver's order; tags without a name included
 */
public record Features(Map<Integer, Long> codes) {

    /** The function of GET_FEATURE_REQUEST. */
    public static final int REQUEST = 3400;

    private static final int CODE_LENGTH = 4;

    /**
     * Copies the codes.
     *
     * @param codes control codes by tag
     */
    public Features {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /**
     * Asks the driver; SCardControl with CM_IOCTL_GET_FEATURE_REQUEST.
     *
     * @param card a connection, direct or not
     * @return what it offers; nothing if the driver does not know the request
     * @throws NfcException if the reader or the card is gone, or the answer is malformed
     */
    public static Features of(Card card) throws NfcException {
        Bytes answer;
        try {
            answer = card.control(card.controlCode(REQUEST), Bytes.EMPTY);
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.READER_FAILED) {
                return new Features(Map.of());
            }
            throw e;
        }
        return parse(answer);
    }

    /**
     * Reads an answer.
     *
     * @param answer tag, length 4, code, as often as there are features
     * @return the features
     * @throws NfcException {@code MALFORMED_INPUT} if it is cut or a length is not 4
     */
    public static Features parse(Bytes answer) throws NfcException {
        ByteCursor cursor = new ByteCursor(answer, "the feature list");
        Map<Integer, Long> codes = new LinkedHashMap<>();
        while (cursor.remaining() > 0) {
            int tag = cursor.take();
            int length = cursor.take();
            if (length != CODE_LENGTH) {
                throw NfcException.malformed("feature " + tag + " at offset " + (cursor.offset() - 2)
                        + " of the feature list has length " + length + ", not 4");
            }
            codes.put(tag, cursor.takeBigEndian(CODE_LENGTH));
        }
        return new Features(codes);
    }

    /**
     * The control code of a feature.
     *
     * @param feature which one
     * @return its code, if the driver offers it
     */
    public OptionalLong code(Feature feature) {
        Long code = codes.get(feature.tag());
        return code == null ? OptionalLong.empty() : OptionalLong.of(code);
    }

    /**
     * Sends bytes to the reader itself, under the code that the driver offers, else under the system's.
     *
     * @param card the connection that was asked for the features
     * @param bytes what the reader is given
     * @return what it answers
     * @throws NfcException {@code READER_FAILED} if the driver does not let it pass; the hint says how to allow it
     */
    public Bytes escape(Card card, Bytes bytes) throws NfcException {
        try {
            return card.control(code(Feature.CCID_ESC_COMMAND).orElse(card.escapeCode()), bytes);
        } catch (NfcException e) {
            throw e.kind() == ErrorKind.READER_FAILED ? e.withHint(ESCAPE_HINT) : e;
        }
    }

    private static final String ESCAPE_HINT =
            "Drivers refuse escapes unless told otherwise: set ifdDriverOptions to 0x0001"
                    + " in the CCID driver's Info.plist and restart pcscd (Windows: EscapeCommandEnable in the registry);"
                    + " `tagsmith doctor` shows the setting";
}
