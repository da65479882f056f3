package io.github.tagsmith.core.json;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {

    private static String message(String text) {
        return String.valueOf(assertFails(ErrorKind.MALFORMED_INPUT, () -> JsonFile.parse(text))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'{\"a\":1,\n \"a\":2}'; line 2 column 2: this name stands in the object twice",
                "'{} {}'; line 1 column 4: something follows the end of the JSON text",
                "'{\"a\":01}'; line 1 column 7: this is no JSON, or too long or too deep",
                "' '; line 1: there is no JSON in this file",
            })
    void mistakesAreNamedWithTheirPlace(String text, String message) {
        assertEquals(message, message(text));
    }

    @Test
    void fileThatEndsInTheMiddleIsNamed() {
        assertTrue(message("{\"a\": [1 ").startsWith("line 1 column "));
        assertTrue(message("{\"a\": [1 ").endsWith("the file ends in the middle of JSON"));
    }

    @Test
    void depthAndLengthAreBounded() {
        assertTrue(message("[".repeat(100_000)).contains("too deep"));
        assertTrue(message("{\"a\":" + "9".repeat(100_000) + "}").contains("too long"));
        assertTrue(message("{\"a\":99999999999999999999}").contains("too long"));
        assertTrue(message("\"" + "x".repeat(1 << 20) + "\"").contains("too long"));
        assertTrue(message("{\"" + "x".repeat(1 << 20) + "\":1}").contains("too long"));
    }

    @Test
    void nodesKnowTheirPlaceAndSayWhatTheyAreNot() throws NfcException {
        JsonNode root = JsonFile.parse("{\"a\": [1, -2],\n\"b\": null, \"c\": 1.5}");
        assertEquals(2, root.require("a").elements().size());
        assertEquals(-2, root.require("a").elements().get(1).integer(-2, 2));
        assertTrue(root.member("b").isEmpty());
        assertTrue(String.valueOf(assertFails(ErrorKind.MALFORMED_INPUT, () -> root.require("b"))
                        .getMessage())
                .startsWith("line 1 column 1: the member \"b\" is missing"));
        assertEquals(
                "line 2 column 17: not a whole number from 0 to 9",
                assertFails(ErrorKind.MALFORMED_INPUT, () -> root.require("c").integer(0, 9))
                        .getMessage());
        assertEquals(
                "line 1 column 7: not a text",
                assertFails(
                                ErrorKind.MALFORMED_INPUT,
                                () -> root.require("a").elements().get(0).text())
                        .getMessage()
                        .replace("column 8", "column 7"));
    }

    @Test
    void whatIsWrittenIsRead() throws NfcException {
        String text = JsonFile.write(Map.of("a", List.of(1, "\"<\u00e9")));
        assertEquals(
                "\"<\u00e9", JsonFile.parse(text).require("a").elements().get(1).text());
        assertTrue(text.endsWith("}\n"));
    }
}
