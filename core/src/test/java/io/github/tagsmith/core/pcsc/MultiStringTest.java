package io.github.tagsmith.core.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiStringTest {

    @Test
    void stringsEndWithAZeroAndTheLastWithTwo() {
        assertEquals(List.of("ab", "c"), decode("61620063 0000"));
        assertEquals(List.of("ab"), decode("6162 0000"));
    }

    @Test
    void nothingIsNoString() {
        assertEquals(List.of(), decode(""));
        assertEquals(List.of(), decode("00"));
        assertEquals(List.of(), decode("0000"));
    }

    @Test
    void whatFollowsTheEndIsLeftAlone() {
        assertEquals(List.of("a"), decode("61 0000 62 0000"));
        assertEquals(List.of("a"), decode("61 00 62"));
    }

    @Test
    void charactersMayHaveOneOrTwoBytes() {
        assertEquals(List.of("é"), decode("C3A9 0000"));
        Bytes wide = Bytes.fromHex("E900 0000 6100 0000 0000");
        assertEquals(List.of("é", "a"), MultiString.decode(wide, StandardCharsets.UTF_16LE));
    }

    private static List<String> decode(String hex) {
        return MultiString.decode(Bytes.fromHex(hex), StandardCharsets.UTF_8);
    }
}
