package io.github.tagsmith.core.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ATS is that of a DESFire as delivered, 06 75 77 81 02 80; fields by ISO/IEC 14443-4 section 5.2. */
class AtsTest {

    @Test
    void aDesfireTakesFramesOfSixtyFourBytes() throws NfcException {
        Ats ats = Ats.parse(Bytes.fromHex("067577810280"));
        assertEquals(64, ats.frameSize());
        assertEquals(
                List.of("106", "212", "424", "848"), ats.rates().orElseThrow().toCard());
        assertEquals(77_330, ats.waiting().orElseThrow().frameMicros(), 10);
        assertEquals(604, ats.waiting().orElseThrow().guardMicros(), 1);
        assertEquals(Optional.of(new Ats.Options(false, true)), ats.options());
        assertEquals(Bytes.fromHex("80"), ats.historical());
    }

    @Test
    void whatIsLeftOutIsEmpty() throws NfcException {
        assertEquals(32, Ats.parse(Bytes.fromHex("01")).frameSize());
        Ats ats = Ats.parse(Bytes.fromHex("0408AABB"));
        assertEquals(256, ats.frameSize());
        assertEquals(Optional.empty(), ats.rates());
        assertEquals(Bytes.fromHex("AABB"), ats.historical());
        Ats rates = Ats.parse(Bytes.fromHex("031542"));
        assertEquals(List.of("106", "424"), rates.rates().orElseThrow().toCard());
        assertEquals(List.of("106", "848"), rates.rates().orElseThrow().fromCard());
    }

    @Test
    void lengthsThatDoNotFitAreMalformed() {
        for (String wrong : List.of("", "02", "0675", "0275", "067577810280AA")) {
            NfcException e = assertThrows(NfcException.class, () -> Ats.parse(Bytes.fromHex(wrong)));
            assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
        }
    }
}
