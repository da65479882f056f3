package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb\r", "\n", "\n\na\n\r\n", "a\n\rb", "\r\n"})
    void linesAreThoseOfJava(String text) {
        assertEquals(text.lines().toList(), TextFile.lines(text));
    }
}
