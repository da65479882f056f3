package io.github.tagsmith.core.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command forms are those of dialects.conf, peers.md part 1b and the NTAG21x and PN532 manuals; keys are made up. */
class SecretsTest {

    @ParameterizedTest
    @CsvSource({
        "FF82000006112233445566, FF82000006************",
        "FF82206006112233445566, FF82206006************",
        // the old authentication and the new one name a key, they do not hold it
        "FF8800046000, FF8800046000",
        "FF860000050100046000, FF860000050100046000",
        // a length that does not fit: all behind the header may be the key
        "FF82000007112233445566, FF820000**************",
        "0020008106313233343536, 0020008106************",
        "00200080, 00200080",
        "A0200001083132333400000000, A020000108****************",
        "10200080083132333435363738, 1020008008****************",
        "0028008104313233FF, 0028008104********",
        "002400810C313233343536363534333231, 002400810C************************",
        "FFF3000406112233445566, FFF3000406************",
        "FF0000000807010203040506FF, FF000000080701************",
        // NTAG password, PN532 authentication of Classic
        "FF00000007D4421BA1A2A3A4, FF00000007D4421B********",
        "FF0000000FD440016004112233445566DEADBEEF, FF0000000FD440016004************DEADBEEF",
        // a Classic trailer, on its own and behind the pass-through; a data block; a page of NTAG
        "FFD6000310112233445566FF078069A1A2A3A4A5A6, FFD6000310************FF078069************",
        "FFD600FF10112233445566FF078069A1A2A3A4A5A6, FFD600FF10************FF078069************",
        "FFD6008310112233445566FF078069A1A2A3A4A5A6, FFD6008310112233445566FF078069A1A2A3A4A5A6",
        "FFD6000304E1101200, FFD6000304E1101200",
        "FF00000015D44001A003112233445566FF078069A1A2A3A4A5A6, FF00000015D44001A003************FF078069************",
        // DESFire: a key in the clear, but not a cryptogram
        "90C4000011000102030405060708090A0B0C0D0E0F1000, 90C400001100********************************00",
        "90C40000190001020304050607080102030405060708010203040506070800,"
                + " 90C40000190001020304050607080102030405060708010203040506070800",
    })
    void keysAndPinsOfACommandAreMasked(String command, String masked) {
        assertEquals(
                masked,
                Secrets.of(Bytes.fromHex(command), Optional.empty()).command().toHex());
    }

    @ParameterizedTest
    @CsvSource({
        "FFB0000310, 000000000000FF078069A1A2A3A4A5A69000, 000000000000FF078069************9000",
        // key B cannot be read: zeros are no secret
        "FFB0000310, 0000000000007F0788690000000000009000, 0000000000007F0788690000000000009000",
        // not a trailer: page 3 of an NTAG, a data block
        "FFB0000310, E11012000103A00C340300FE000000009000, E11012000103A00C340300FE000000009000",
        "FFB0000410, 000000000000FF078069A1A2A3A4A5A69000, 000000000000FF078069A1A2A3A4A5A69000",
        "FFB0000310, 6982, 6982",
        "FF00000007D4421BA1A2A3A4, D54300B1B29000, D54300****9000",
    })
    void keysInAnAnswerAreMasked(String command, String answer, String masked) {
        Secrets secrets = Secrets.of(Bytes.fromHex(command), Optional.of(Bytes.fromHex(answer)));
        assertEquals(masked, secrets.answer().orElseThrow().toHex());
    }

    @Test
    void theMeaningOfAMaskedExchangeDoesNotShowTheKeyEither() {
        Bytes load = Bytes.fromHex("FF82000006112233445566");
        Meaning shown = Meanings.of(load, Optional.empty()).orElseThrow();
        Meaning masked = Meanings.of(Secrets.of(load, Optional.empty())).orElseThrow();
        assertTrue(shown.commandText().contains("key=112233445566"));
        assertEquals(
                "pcsc.load-keys structure=00 nonVolatile=false keyNumber=0 key=************", masked.commandText());
    }

    @Test
    void aPasswordIsMaskedInEveryParameterThatHoldsIt() {
        Bytes command = Bytes.fromHex("FF00000007D4421BA1A2A3A4");
        String text =
                Meanings.of(Secrets.of(command, Optional.empty())).orElseThrow().commandText();
        assertFalse(text.contains("A1A2A3A4"), text);
        assertTrue(text.contains("payload=D4421B********"), text);
    }

    @Test
    void runsTellWhatIsMasked() {
        MaskedBytes masked = Secrets.of(Bytes.fromHex("FFD6000310112233445566FF078069A1A2A3A4A5A6"), Optional.empty())
                .command();
        assertEquals("[Run[from=5, to=11], Run[from=15, to=21]]", masked.runs().toString());
        assertFalse(masked.isClear());
    }
}
