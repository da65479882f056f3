package io.github.tagsmith.classic.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.crypto1.RecordedAuthentication;
import io.github.tagsmith.classic.crypto1.SlicedKeys;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both forms of log, with the authentications of FlipperMfkey's tests; and what is wrong with broken lines. */
class AuthenticationLogTest {

    private static final RecordedAuthentication FIRST =
            new RecordedAuthentication(0x2A234F80, 0x9F7F775E, 0xEF5329A2, 0x52F12523);
    private static final RecordedAuthentication SECOND =
            new RecordedAuthentication(0x2A234F80, 0xC9BDECCA, 0x2C3A03F2, 0xEF7AAE07);
    private static final String TWO = "Sec 2 key A cuid 2a234f80 nt0 9f7f775e nr0 ef5329a2 ar0 52f12523"
            + " nt1 c9bdecca nr1 2c3a03f2 ar1 ef7aae07";

    private static List<RecordedAuthentication> words(String text) throws NfcException {
        return AuthenticationLog.parse(text, "log").stream()
                .map(LoggedAuthentication::words)
                .toList();
    }

    @Test
    void readsTwoAuthenticationsOfOneLine() throws NfcException {
        assertEquals(
                List.of(
                        new LoggedAuthentication(1, Optional.of(new SectorNo(2)), Optional.of(KeyType.A), FIRST),
                        new LoggedAuthentication(1, Optional.of(new SectorNo(2)), Optional.of(KeyType.A), SECOND)),
                AuthenticationLog.parse(TWO, "log"));
        ClassicKey key = ClassicKey.of("73068F118C13");
        assertTrue(FIRST.fits(key) && SECOND.fits(key));
    }

    @Test
    void readsWhatElseThatFormHas() throws NfcException {
        assertEquals(List.of(FIRST, SECOND), words(TWO.replace("Sec", "Sector").toUpperCase(java.util.Locale.ROOT)));
        assertEquals(
                List.of(FIRST),
                words("Sec 39 key B cuid 2a234f80 nt 9f7f775e nr ef5329a2 ar 52f12523 at 00000000 # at is not used"));
    }

    @Test
    void readsPlainLines() throws NfcException {
        String line = "2A234F80 9F7F775E EF5329A2 52F12523";
        List<LoggedAuthentication> read = AuthenticationLog.parse(
                "# four words\r\n\r\n" + line + "\r\n" + line + " 7\n" + line + " B\n" + line + " 10 a\n", "log");
        assertEquals(
                List.of(3, 4, 5, 6),
                read.stream().map(LoggedAuthentication::line).toList());
        assertEquals(
                "-- 7- -B 10A",
                read.stream()
                        .map(one -> one.sector().map(SectorNo::toString).orElse("-")
                                + one.keyType().map(KeyType::name).orElse("-"))
                        .collect(Collectors.joining(" ")));
        assertTrue(read.stream().allMatch(one -> one.words().equals(FIRST)));
    }

    @Test
    void takesTheLastFourBytesOfALongUid() throws NfcException {
        assertEquals(List.of(FIRST), words("0401022A234F80 9F7F775E EF5329A2 52F12523"));
    }

    @Test
    void everyPublishedAuthenticationSurvivesBothForms() throws NfcException {
        List<Vector> vectors =
                ClassicVectors.of("classic-crypto1.json", "crypto1-auth").toList();
        assertEquals(5, vectors.stream().filter(vector -> vector.has("nested")).count());
        for (Vector v : vectors) {
            String nr = v.text("nr_enc");
            String ar = v.text("published_ar_enc");
            String nt = v.has("nested") ? "{" + v.text("nt_enc") + "}" : v.text("nt");
            List<RecordedAuthentication> plain = words(String.join(" ", v.text("uid"), nt, nr, ar));
            assertEquals(
                    plain, words("Sec 0 key A cuid " + v.text("uid") + " nt0 " + nt + " nr0 " + nr + " ar0 " + ar));
            assertEquals(v.has("nested"), plain.get(0).nested());
            assertTrue(plain.get(0).fits(ClassicKey.of(v.text("key"))));
            List<ClassicKey> keys = List.of(ClassicKey.of("0123456789AB"), ClassicKey.of(v.text("key")));
            assertEquals(List.of(1), SlicedKeys.of(keys).find(plain.get(0)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2A234F80 9F7F775E EF5329A2                                  | neither
                    2A234F80 9F7F775E EF5329A2 52F12523 1 A x                   | neither
                    2A234F80 9F7F775E EF5329A2 52F12523 40                      | 0 to 39
                    2A234F80 9F7F775E EF5329A2 52F12523 1 C                     | neither A nor B
                    2A234F 9F7F775E EF5329A2 52F12523                           | UID of 3 bytes
                    2A234F80 {9F7F775E EF5329A2 52F12523                         | nt is not hexadecimal
                    2A234F80 {} EF5329A2 52F12523                                | nt is not hexadecimal
                    2A234F80 9F7F775E {EF5329A2} 52F12523                        | nr is not hexadecimal
                    2A234F80 9F7F77 EF5329A2 52F12523                           | nt has 3 bytes
                    2A234F80 9F7F775G EF5329A2 52F12523                         | position 7
                    2A234F80 9F7F775E EF5329A2 52F1252                          | odd number
                    Sec 2 key A                                                 | does not begin
                    Second 2 key A cuid 2a234f80 nt 0 nr 0 ar 0                 | does not begin
                    Sec 2 key C cuid 2a234f80                                   | neither A nor B
                    Sec 2 key A cuid 2a234f80                                   | no nt
                    Sec 2 key A cuid 2a234f80 nt0 9f7f775e nr0 ef5329a2         | without ar
                    Sec 2 key A cuid 2a234f80 nt0 9f7f775e nr0 ef5329a2 ar0     | no value
                    Sec 2 key A cuid 2a234f80 nt0 9f7f775e nt0 9f7f775e         | twice
                    Sec 2 key A cuid 2a234f80 nt0 9f7f775e ks0 ef5329a2 par0 1  | nested
                    Sec 2 key A cuid 2a234f80 xx0 9f7f775e                      | xx0
                    """)
    void namesTheLineThatIsWrong(String line, String why) {
        NfcException e = assertThrows(
                NfcException.class, () -> AuthenticationLog.parse(TWO + "\n#\n" + line + "\n" + TWO, "a.log"));
        assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
        assertTrue(e.getMessage().startsWith("a.log line 3: "), e.getMessage());
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void anEmptyLogIsNone() {
        assertThrows(NfcException.class, () -> AuthenticationLog.parse("# nothing\n", "log"));
    }

    @Test
    void whateverComesIsReadOrRefused() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(TWO);
            for (int i = random.nextInt(6); i >= 0; i--) {
                int at = random.nextInt(text.length());
                int kind = random.nextInt(3);
                if (kind == 0) {
                    text.setLength(at + 1);
                } else if (kind == 1) {
                    text.setCharAt(at, (char) random.nextInt(0x180));
                } else {
                    text.insert(at, text.substring(0, at));
                }
            }
            try {
                AuthenticationLog.parse(text.toString(), "log");
            } catch (NfcException e) {
                assertEquals(ErrorKind.MALFORMED_INPUT, e.kind(), "seed " + seed);
            }
        }
    }
}
