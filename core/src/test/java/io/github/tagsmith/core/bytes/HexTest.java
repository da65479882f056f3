package io.github.tagsmith.core.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {

    @ParameterizedTest
    @ValueSource(strings = {"00a4B0", "00 A4 B0", "00:a4:b0", "00-A4-B0", "0x00a4b0", "0x00 0xA4 0XB0", " 00\tA4\nB0 "})
    void readsTheUsualSpellings(String text) {
        assertEquals(Bytes.of(0x00, 0xA4, 0xB0), Hex.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0x", ":"})
    void readsNothingAsNothing(String text) {
        assertEquals(Bytes.EMPTY, Hex.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0G, 1", "G0, 0", "00 zz, 3", "00 1, 3", "0, 0", "00A, 2", "1 23, 0", "00 0x1, 5", "00é0, 2", "００, 0"})
    void namesThePositionWhereTextStopsBeingHex(String text, int position) {
        HexFormatException failure = assertThrows(HexFormatException.class, () -> Hex.parse(text));
        assertEquals(position, failure.position());
        assertTrue(String.valueOf(failure.getMessage()).contains("position " + position), failure::getMessage);
    }

    @Test
    void writesUpperCaseDigits() {
        Bytes bytes = Bytes.of(0x00, 0xA4, 0xFF);
        assertEquals("00A4FF", Hex.format(bytes));
        assertEquals("00 A4 FF", Hex.spaced(bytes));
        assertEquals("0F", Hex.ofByte(0x10F));
        assertEquals("00FA", Hex.ofShort(0x100FA));
        assertEquals("", Hex.spaced(Bytes.EMPTY));
    }
}
