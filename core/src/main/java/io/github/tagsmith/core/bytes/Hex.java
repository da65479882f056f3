package io.github.tagsmith.core.bytes;

import java.util.Arrays;
import java.util.HexFormat;

/** Hexadecimal text: digits in either case, separated by blanks, colons or dashes if one likes, {@code 0x} before them. */
public final class Hex {

    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private Hex() {}

    /**
     * Reads hexadecimal text.
     *
     * @param text digits in either case; blanks, colons and dashes between bytes and {@code 0x} before them are skipped
     * @return the bytes
     * @throws HexFormatException if a character is no digit, or a byte has one digit only; it names the position
     */
    public static Bytes parse(String text) {
        byte[] bytes = new byte[text.length() / 2 + 1];
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            if (isSeparator(text.charAt(at))) {
                at++;
            } else if (isPrefix(text, at)) {
                at += 2;
            } else {
                int high = digit(text, at);
                if (at + 1 == text.length() || isSeparator(text.charAt(at + 1))) {
                    throw new HexFormatException("odd number of hex digits: one is missing after position " + at, at);
                }
                bytes[length++] = (byte) (high << 4 | digit(text, at + 1));
                at += 2;
            }
        }
        return Bytes.of(Arrays.copyOf(bytes, length));
    }

    /**
     * Writes hexadecimal text.
     *
     * @param bytes the bytes
     * @return upper-case digits without separators
     */
    public static String format(Bytes bytes) {
        return UPPER.formatHex(bytes.toArray());
    }

    /**
     * Writes hexadecimal text for reading.
     *
     * @param bytes the bytes
     * @return upper-case digits, a blank between bytes
     */
    public static String spaced(Bytes bytes) {
        return UPPER.withDelimiter(" ").formatHex(bytes.toArray());
    }

    /**
     * Writes one byte.
     *
     * @param value its value; only the low eight bits count
     * @return two upper-case digits
     */
    public static String ofByte(int value) {
        return UPPER.toHexDigits((byte) value);
    }

    /**
     * Writes two bytes, the high one first.
     *
     * @param value their value; only the low sixteen bits count
     * @return four upper-case digits
     */
    public static String ofShort(int value) {
        return UPPER.toHexDigits((short) value);
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || c == ':' || c == '-';
    }

    private static boolean isPrefix(String text, int at) {
        return text.charAt(at) == '0' && at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'x';
    }

    private static int digit(String text, int at) {
        char c = text.charAt(at);
        if (!HexFormat.isHexDigit(c)) {
            throw new HexFormatException("not a hex digit at position " + at + ": " + printable(c), at);
        }
        return HexFormat.fromHexDigit(c);
    }

    private static String printable(char c) {
        return c > 0x20 && c < 0x7F ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }
}
