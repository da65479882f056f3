package io.github.tagsmith.core.identify;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structure: ISO/IEC 7816-3:2006 section 8.2. */
class AtrTest {

    private static final String CLASSIC_1K = "3B8F8001804F0CA000000306030001000000006A";

    @Test
    void theAtrOfAClassicCardIsTakenApart() throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex(CLASSIC_1K));
        assertEquals(
                List.of(new Atr.InterfaceByte("TD1", 0x80), new Atr.InterfaceByte("TD2", 0x01)), atr.interfaceBytes());
        assertEquals(OptionalInt.of(0x80), atr.interfaceByte("TD1"));
        assertEquals(OptionalInt.empty(), atr.interfaceByte("TA1"));
        assertEquals(Atr.Check.RIGHT, atr.check());
    }

    @Test
    void aStorageCardIsGivenTheAtrItIsReadFrom() {
        assertEquals(Bytes.fromHex(CLASSIC_1K), new StorageCardAtr(StorageCardAtr.ISO14443A_3, 0x0001).toAtr());
    }

    @Test
    void aWrongCheckByteIsReportedNotRefused() throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex(CLASSIC_1K).with(19, Bytes.of(0x6B)));
        assertEquals(Atr.Check.WRONG, atr.check());
        assertTrue(atr.lengthIsRight());
    }

    @Test
    void aMissingCheckByteIsReported() throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex(CLASSIC_1K).slice(0, 19));
        assertEquals(Atr.Check.MISSING, atr.check());
        assertFalse(atr.lengthIsRight());
    }

    @Test
    void withTZeroAloneThereIsNoCheckByte() throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex("3B 02 14 50"));
        assertEquals(Atr.Check.ABSENT, atr.check());
        assertEquals(List.of(0), atr.protocols());
        assertTrue(atr.lengthIsRight());
    }

    @Test
    void bytesBehindTheEndAreReported() throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex("3B 02 14 50 99"));
        assertEquals(Bytes.of(0x99), atr.surplus());
        assertFalse(atr.lengthIsRight());
    }

    @Test
    void interfaceBytesAreNamedInTheirOrder() throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex("3B F0 11 22 33 91 44 41 55 66").plus(Bytes.of(0)));
        List<String> names =
                atr.interfaceBytes().stream().map(Atr.InterfaceByte::name).toList();
        assertEquals(List.of("TA1", "TB1", "TC1", "TD1", "TA2", "TD2", "TC3"), names);
        assertEquals(List.of(1, 1), atr.protocols());
    }

    @Test
    void anAtrThatIsCutIsMalformedWhereverItIsCut() {
        Bytes whole = Bytes.fromHex(CLASSIC_1K);
        for (int length = 0; length < whole.length() - 1; length++) {
            Bytes cut = whole.slice(0, length);
            NfcException failure = assertFails(ErrorKind.MALFORMED_INPUT, () -> Atr.parse(cut));
            assertTrue(failure.getMessage().contains("offset " + length), failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"008F8001", "FFFFFFFF", "0000"})
    void whatDoesNotStartWithTsIsMalformed(String hex) {
        assertFails(ErrorKind.MALFORMED_INPUT, () -> Atr.parse(Bytes.fromHex(hex)));
    }

    @Test
    void anyBytesAreAnAtrOrMalformed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] array = new byte[random.nextInt(40)];
            random.nextBytes(array);
            Bytes bytes = Bytes.of(0x3B).plus(Bytes.of(array));
            try {
                Atr.parse(bytes).storageCard();
            } catch (NfcException e) {
                assertEquals(ErrorKind.MALFORMED_INPUT, e.kind(), "seed " + seed + ": " + bytes);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + bytes, e);
            }
        }
    }
}
