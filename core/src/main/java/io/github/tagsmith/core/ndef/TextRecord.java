package io.github.tagsmith.core.ndef;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text with its language, NFC Forum Text RTD 1.0.
 *
 * <pre>
 * status   80 UTF-16 (else UTF-8)   3F length of the language
 * language, US-ASCII
 * text; UTF-16 is most significant byte first unless a byte order mark says otherwise
 * </pre>
 *
 * @param language language tag, for instance en-US; at most 63 characters of US-ASCII
 * @param text the text, without byte order mark
 */
public record TextRecord(String language, String text) implements WellKnown {

    /** The type of such records. */
    public static final String TYPE = "T";

    private static final int UTF_16 = 0x80;
    private static final int LANGUAGE_LENGTH = 0x3F;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Checks the language.
     *
     * @param language language tag, at most 63 characters
     * @param text the text
     */
    public TextRecord {
        if (language.length() > LANGUAGE_LENGTH) {
            throw new IllegalArgumentException("language tag of " + language.length() + " characters");
        }
    }

    static TextRecord parse(Bytes payload) throws NfcException {
        ByteCursor cursor = new ByteCursor(payload, "payload of a text record");
        int status = cursor.take();
        String language = cursor.take(status & LANGUAGE_LENGTH).toText(StandardCharsets.US_ASCII);
        Charset charset = (status & UTF_16) != 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = cursor.takeRest().toText(charset);
        return new TextRecord(language, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** In UTF-8. */
    @Override
    public NdefRecord toRecord() {
        Bytes tag = Bytes.of(language.getBytes(StandardCharsets.US_ASCII));
        Bytes encoded = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        return NdefRecord.wellKnown(TYPE, Bytes.concat(Bytes.of(tag.length()), tag, encoded));
    }
}
