package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.HexFormat;

/** One block as a line of text: 32 characters, two a byte, {@code ??} or {@code --} for an unknown one. */
final class BlockText {

    static final String UNKNOWN = "??";

    private static final int LENGTH = 2 * ClassicType.BLOCK_LENGTH;

    private BlockText() {}

    static boolean isBlockCharacter(char c) {
        return HexFormat.isHexDigit(c) || isUnknown(c);
    }

    private static boolean isUnknown(char c) {
        return c == '?' || c == '-';
    }

    /** Parses a line that is a block and nothing else. */
    static BlockContent parse(String text, int lineNumber) throws NfcException {
        return parse(text, lineNumber, 1);
    }

    static BlockContent parse(String text, int lineNumber, int firstColumn) throws NfcException {
        for (int column = 0; column < text.length(); column++) {
            if (!isBlockCharacter(text.charAt(column))) {
                throw NfcException.malformed("line " + lineNumber + " column " + (firstColumn + column)
                        + " is not a hexadecimal digit: " + shown(text.charAt(column)));
            }
        }
        if (text.length() != LENGTH) {
            throw NfcException.malformed(
                    "line " + lineNumber + " has " + text.length() + " characters, a block has " + LENGTH);
        }
        BlockContent block = BlockContent.UNKNOWN;
        for (int i = 0; i < ClassicType.BLOCK_LENGTH; i++) {
            char high = text.charAt(2 * i);
            char low = text.charAt(2 * i + 1);
            if (isUnknown(high) != isUnknown(low)) {
                throw NfcException.malformed(
                        "line " + lineNumber + " column " + (firstColumn + 2 * i) + ": half of the byte is unknown");
            }
            if (!isUnknown(high)) {
                block = block.with(i, Bytes.of(HexFormat.fromHexDigits(text, 2 * i, 2 * i + 2)));
            }
        }
        return block;
    }

    private static String shown(char c) {
        return c > 0x20 && c < 0x7F ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }
}
