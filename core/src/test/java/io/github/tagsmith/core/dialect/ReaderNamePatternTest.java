package io.github.tagsmith.core.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderNamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "ACR122, ACS ACR122U 00 00, true",
        "acr122, ACS ACR122U 00 00, true",
        "ACR122T, ACS ACR122U 00 00, false",
        "ACR1?2U, ACS ACR122U 00 00, true",
        "U 00 00?, ACS ACR122U 00 00, false",
        "ACS*00, ACS ACR122U 00 00, true",
        "ACS*122*01, ACS ACR122U 00 00, false",
        "A*R*U*0*0, ACS ACR122U 00 00, true",
        "SCL01[01], SCL010, false",
        "'', anything, true"
    })
    void aPatternIsPartOfAName(String pattern, String name, boolean fits) {
        assertEquals(fits, new ReaderNamePattern(pattern).isIn(name));
    }
}
