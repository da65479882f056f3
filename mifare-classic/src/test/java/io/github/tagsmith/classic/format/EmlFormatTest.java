package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmlFormatTest extends DumpFormatContract {

    private static final String LINE = "00112233445566778899AABBCCDDEEFF";
    private static final String MINI = (LINE + "\n").repeat(20);

    EmlFormatTest() {
        super(new EmlFormat());
    }

    private static Bytes file(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void caseAndLineEndsDoNotCount() throws NfcException {
        Bytes usual = new EmlFormat().read(file(MINI)).imageWithZeros();
        for (String other : new String[] {
            MINI.toLowerCase(Locale.ROOT), MINI.replace("\n", "\r\n"), MINI.substring(0, MINI.length() - 1)
        }) {
            assertEquals(usual, new EmlFormat().read(file(other)).imageWithZeros());
        }
    }

    @Test
    void unknownBytesAreMarkedInTwoWays() throws NfcException {
        String trailer = "------------FF078069????????????";
        assertEquals(
                trailer.replace('-', '?'),
                new EmlFormat()
                        .read(file(MINI.replaceFirst(LINE, trailer)))
                        .block(new BlockNo(0))
                        .toHex("??"));
    }

    @ParameterizedTest
    @ValueSource(ints = {'g', 'G', ' ', '\t', '.', 0x00, 0xC3, '\n'})
    void whatIsNoDigitIsFoundInItsLine(int character) {
        Bytes content = file(MINI);
        for (int at = 0; at < content.length(); at++) {
            if (content.get(at) != '\n') {
                int line = at / (LINE.length() + 1) + 1;
                String message = String.valueOf(
                        assertMalformed(content.with(at, Bytes.of(character))).getMessage());
                assertTrue(message.contains("line " + line + " "), message);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'00112233445566778899AABBCCDDEE?F', line 3 column 31: half of the byte is unknown",
        "'00112233445566778899AABBCCDDEEF', 'line 3 has 31 characters, a block has 32'",
        "'', 'line 3 has 0 characters, a block has 32'",
        "'0011223344556677 8899AABBCCDDEEFF', line 3 column 17 is not a hexadecimal digit: U+0020",
        "'0011223344556677\u00e98899AABBCCDDEE', line 3 column 17 is not a hexadecimal digit: U+00E9",
        "'x0112233445566778899AABBCCDDEEFF', line 3 column 1 is not a hexadecimal digit: 'x'",
    })
    void messagesNameTheMistake(String third, String message) {
        String[] lines = MINI.split("\n", -1);
        lines[2] = third;
        assertEquals(message, assertMalformed(file(String.join("\n", lines))).getMessage());
    }

    @Test
    void numberOfLinesMustBeThatOfACard() {
        assertTrue(
                String.valueOf(assertMalformed(file((LINE + "\n").repeat(63))).getMessage())
                        .startsWith("the file ends after line 63;"));
        assertTrue(
                String.valueOf(assertMalformed(file((LINE + "\n").repeat(257))).getMessage())
                        .startsWith("line 257 is one too many"));
    }
}
