package io.github.tagsmith.core.trace.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.ShareMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTraceReaderTest {

    private static Card card(String text) throws NfcException {
        return new ReplayReaders("t.txt", TextTraceReader.read(text, "t.txt"))
                .list()
                .get(0)
                .connect(ShareMode.SHARED);
    }

    private static Bytes hex(String digits) {
        return Bytes.fromHex(digits);
    }

    @Test
    void commentsTimesAndBlanksDoNotCount() throws NfcException {
        Card card = card("""
                # a comment

                2026-11-25T21:04:59.123456Z reader ACS ACR122U PICC Interface 00 00
                21:04:59 ATR 3B 8F 80 01
                  21:04:59.5 > FF CA 00 00 00   # pcsc.get-uid
                \t< 0A0B 9000 # ok\r
                """);
        assertEquals("ACS ACR122U PICC Interface 00 00", card.readerName());
        assertEquals(hex("3B8F8001"), card.atr());
        assertEquals(hex("0A0B9000"), card.transmit(hex("FFCA000000")));
    }

    @Test
    void aHandWrittenTraceNeedsNeitherReaderNorAtr() throws NfcException {
        Card card = card("> 00\n< 9000");
        assertEquals("t.txt", card.readerName());
        assertEquals(hex("9000"), card.transmit(hex("00")));
    }

    @Test
    void maskedBytesMatchAnythingAndTheSameSecretIsTheSameBytes() throws NfcException {
        String trace = "> FF82000006{s1:6}\n< 9000\n> 0102****\n< 9000\n> FF82000006{s1:6}\n< {s1:6}9000";
        Card card = card(trace);
        assertEquals(hex("9000"), card.transmit(hex("FF82000006A0A1A2A3A4A5")));
        assertEquals(hex("9000"), card.transmit(hex("0102FFEE")));
        NfcException other = assertThrows(NfcException.class, () -> card.transmit(hex("FF82000006B0B1B2B3B4B5")));
        assertTrue(other.getMessage().contains("line 5"), other.getMessage());
        assertTrue(!other.getMessage().contains("B0B1"), "the key is in the message: " + other.getMessage());
        assertEquals(hex("A0A1A2A3A4A59000"), card.transmit(hex("FF82000006A0A1A2A3A4A5")));
    }

    @Test
    void aMaskedAnswerThatNothingTellsIsAnError() throws NfcException {
        Card card = card("> 01\n< ****9000");
        NfcException e = assertThrows(NfcException.class, () -> card.transmit(hex("01")));
        assertTrue(e.getMessage().contains("line 1: the answer ****9000 is masked"), e.getMessage());
    }

    @Test
    void whatFailedFailsAgain() throws NfcException {
        Card card = card("> 01\n! CARD_REMOVED the card was removed\n> 02\n> 03\n< 9000");
        NfcException e = assertThrows(NfcException.class, () -> card.transmit(hex("01")));
        assertEquals(ErrorKind.CARD_REMOVED, e.kind());
        assertEquals("the card was removed", e.getMessage());
        assertEquals(
                ErrorKind.READER_FAILED,
                assertThrows(NfcException.class, () -> card.transmit(hex("02"))).kind());
        assertEquals(hex("9000"), card.transmit(hex("03")));
    }

    @Test
    void onlyTheFirstReaderCounts() throws NfcException {
        Card card = card("reader A\n> 01\n< 9000\nreader B\n> 02\n< 9000\nreader A\n> 03\n< 9000");
        card.transmit(hex("01"));
        assertEquals(hex("9000"), card.transmit(hex("03")));
    }

    @Test
    void aResetHasToBeInTheRecord() throws NfcException {
        Card card = card("ATR 3B00\n> 01\n< 9000\nATR 3B01\n> 01\n< 9001");
        card.transmit(hex("01"));
        card.reconnect(Disposition.RESET);
        assertEquals(hex("3B01"), card.atr());
        assertEquals(hex("9001"), card.transmit(hex("01")));
        assertThrows(NfcException.class, () -> card.reconnect(Disposition.RESET));
    }

    @ParameterizedTest
    @CsvSource({
        "'> FFC\n< 9000', 1",
        "'> 01\n< 9000\n< 9000', 3",
        "'< 9000', 1",
        "'> 01\n\n<', 3",
        "'>', 1",
        "'ATR 3B**', 1",
        "'> {s1:0}', 1",
        "'> {s1:99999}', 1",
        "'> {s1:6', 1",
        "'> *', 1",
        "'> 01\n! NONSENSE', 2",
        "'> 01\n? 02', 2",
        "'hello', 1",
    })
    void whatIsMalformedIsNamedWithItsLine(String text, int line) {
        NfcException e = assertThrows(NfcException.class, () -> TextTraceReader.read(text, "t.txt"));
        assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
        assertTrue(e.getMessage().startsWith("t.txt, line " + line + ": "), e.getMessage());
    }

    @Test
    void nothingAtAllIsNoTrace() {
        for (String text : List.of("", "# only a comment", "reader X")) {
            assertEquals(
                    ErrorKind.MALFORMED_INPUT,
                    assertThrows(NfcException.class, () -> TextTraceReader.read(text, "t.txt"))
                            .kind());
        }
    }

    /** Seeded; damage brings a complaint about a line, or a trace, and nothing else. */
    @Test
    void randomDamageGivesNothingButAClearError() {
        String good = """
                2026-11-25T21:04:59.123456Z reader R
                21:04:59.1 ATR 3B00
                21:04:59.2 > FF82000006{s1:6}  # key
                21:04:59.3 < 9000  # ok
                21:04:59.4 > 01**
                21:04:59.5 ! NO_CARD gone
                """;
        String letters = "0123456789ABCDEF*{}:sz<>!#\n\t \u0000\u00e9ATR-";
        SplittableRandom random = new SplittableRandom(20261125);
        Set<Boolean> outcomes = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            text.setLength(random.nextInt(text.length()) + 1);
            try {
                TextTraceReader.read(text.toString(), "t.txt");
                outcomes.add(true);
            } catch (NfcException e) {
                assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
                outcomes.add(false);
            }
        }
        assertEquals(Set.of(true, false), outcomes);
    }
}
