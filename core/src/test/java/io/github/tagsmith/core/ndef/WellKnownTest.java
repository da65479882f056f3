package io.github.tagsmith.core.ndef;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellKnownTest {

    @Test
    void thereAreThirtySixPrefixesAndEachIsUsedForWhatBeginsWithIt() throws Exception {
        Set<String> prefixes = new HashSet<>();
        for (int number = 0; number < 36; number++) {
            String uri = uri(Bytes.of(number, 'z'));
            assertTrue(prefixes.add(uri));
            assertEquals(Bytes.of(number, 'z'), new UriRecord(uri).toRecord().payload());
        }
        assertEquals("urn:nfc:z", uri(Bytes.of(0x23, 'z')));
        assertEquals("btspp://z", uri(Bytes.of(0x18, 'z')));
    }

    @ParameterizedTest
    @CsvSource({"24", "FF"})
    void aReservedPrefixNumberStandsForNoPrefix(String number) throws Exception {
        assertEquals("tel:1", uri(Bytes.fromHex(number + "74656C3A31")));
    }

    private static String uri(Bytes payload) throws NfcException {
        return ((UriRecord) WellKnown.of(NdefRecord.wellKnown("U", payload)).orElseThrow()).uri();
    }

    @ParameterizedTest
    @CsvSource({
        "02 656E 68C3A9,             en, hé",
        "82 656E 0068 00E9,          en, hé",
        "82 656E FEFF 0068 00E9,     en, hé",
        "82 656E FFFE 6800 E900,     en, hé",
        "02 656E EFBBBF 68C3A9,      en, hé",
        "42 656E 68,                 en, h",
        "00 68,                      '', h",
        "02 656E,                    en, ''",
    })
    void textIsDecodedInItsEncoding(String payload, String language, String text) throws Exception {
        NdefRecord record = NdefRecord.wellKnown("T", Bytes.fromHex(payload));
        assertEquals(new TextRecord(language, text), WellKnown.of(record).orElseThrow());
    }

    @Test
    void textIsWrittenInUtf8() {
        NdefRecord record = new TextRecord("en", "hé").toRecord();
        assertEquals(Bytes.fromHex("02 656E 68C3A9"), record.payload());
    }

    @Test
    void aLanguageTagThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TextRecord("x".repeat(64), ""));
    }

    @ParameterizedTest
    @CsvSource({"U, '', 0", "T, '', 0", "T, 03656E, 1", "Sp, '', 0", "Sp, D10155, 3"})
    void aPayloadOfAnotherFormIsMalformed(String type, String payload, int offset) {
        NdefRecord record = NdefRecord.wellKnown(type, Bytes.fromHex(payload));
        NfcException failure = assertFails(ErrorKind.MALFORMED_INPUT, () -> WellKnown.of(record));
        assertTrue(failure.getMessage().contains("at offset " + offset), failure.getMessage());
    }

    @Test
    void aSmartPosterHoldsItsMessage() throws Exception {
        NdefMessage inner = new NdefMessage(
                List.of(new UriRecord("https://example.com").toRecord(), new TextRecord("fr", "Salut").toRecord()));
        NdefRecord record = new SmartPoster(inner).toRecord();
        assertEquals(new SmartPoster(inner), WellKnown.of(record).orElseThrow());
    }

    @Test
    void otherTypesSayNothing() throws Exception {
        assertFalse(WellKnown.of(NdefRecord.wellKnown("Hs", Bytes.EMPTY)).isPresent());
        NdefRecord media = new NdefRecord(Tnf.MEDIA_TYPE, Bytes.of('U'), Bytes.EMPTY, Bytes.of(0));
        assertFalse(WellKnown.of(media).isPresent());
    }
}
