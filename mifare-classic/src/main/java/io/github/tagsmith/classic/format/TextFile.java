package io.github.tagsmith.classic.format;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text in files: UTF-8, with or without a mark of its byte order. */
public final class TextFile {

    private static final Bytes UTF_8_MARK = Bytes.of(0xEF, 0xBB, 0xBF);
    private static final int LOOKED_AT = 32;

    private TextFile() {}

    /**
     * The text of a file.
     *
     * @param content the file
     * @return its text
     * @throws NfcException {@code MALFORMED_INPUT} with the offset of what is not UTF-8
     */
    public static String decode(Bytes content) throws NfcException {
        refuseUtf16(content);
        int start = content.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        ByteBuffer in = ByteBuffer.wrap(content.slice(start).toArray());
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw NfcException.malformed("offset " + (start + in.position()) + ": this is not UTF-8 text");
        }
        return out.flip().toString();
    }

    /**
     * The lines of a text, as {@link String#lines} tells them apart.
     *
     * @param text the text
     * @return its lines without their ends
     */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(start, end));
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return lines;
    }

    /**
     * The bytes of a text.
     *
     * @param text the text
     * @return UTF-8
     */
    public static Bytes encode(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Refuses a file in which every second byte of a text is zero, or that begins with a mark of UTF-16 and goes on so.
     *
     * @param content the file
     * @throws NfcException {@code MALFORMED_INPUT} with the offset
     */
    public static void refuseUtf16(Bytes content) throws NfcException {
        if (looksUtf16(content, 0) || looksUtf16(content, 1)) {
            throw NfcException.malformed("offset 0: this is UTF-16 text; save it as UTF-8");
        }
    }

    /** Behind the mark, or from the beginning. */
    private static boolean looksUtf16(Bytes content, int textAt) {
        int mark = content.startsWith(Bytes.of(0xFF, 0xFE)) || content.startsWith(Bytes.of(0xFE, 0xFF)) ? 2 : 0;
        int end = Math.min(content.length(), mark + LOOKED_AT) & ~1;
        for (int at = mark; at < end; at += 2) {
            int text = content.get(at + textAt);
            if (!isText(text) || content.get(at + 1 - textAt) != 0) {
                return false;
            }
        }
        return end > mark;
    }

    private static boolean isText(int c) {
        return (c >= ' ' && c <= '~') || c == '\r' || c == '\n' || c == '\t';
    }

    /**
     * What a text file begins with.
     *
     * @param content the file
     * @return its first 4096 bytes, blanks before the first character left out; empty if the file does not begin with text
     */
    public static String head(Bytes content) {
        int start = content.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        for (int at = start; at < Math.min(content.length(), start + LOOKED_AT); at++) {
            if (!isText(content.get(at))) {
                return "";
            }
        }
        return content.slice(start, Math.min(content.length(), start + 4096))
                .toText(StandardCharsets.ISO_8859_1)
                .stripLeading();
    }
}
