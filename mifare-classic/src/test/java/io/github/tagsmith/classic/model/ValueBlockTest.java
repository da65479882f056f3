package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Value blocks, held to classic-value-block.json (MF1S50yyX data sheet section 8.6.2.1). */
class ValueBlockTest {

    static Stream<Vector> encodings() {
        return ClassicVectors.of("classic-value-block.json", "value-encode");
    }

    static Stream<Vector> decodings() {
        return ClassicVectors.of("classic-value-block.json", "value-decode");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void encodes(Vector vector) {
        assertEquals(vector.bytes("block"), new ValueBlock(vector.number("value"), vector.number("addr")).encode());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decodings")
    void decodes(Vector vector) {
        Optional<ValueBlock> expected = vector.flag("valid")
                ? Optional.of(new ValueBlock(vector.number("value"), vector.number("addr")))
                : Optional.empty();
        assertEquals(expected, ValueBlock.decode(vector.bytes("block")));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        Bytes block = new ValueBlock(-1234567, 0x5A).encode();
        for (int bit = 0; bit < 128; bit++) {
            Bytes flipped = block.with(bit / 8, Bytes.of(block.get(bit / 8) ^ 1 << bit % 8));
            assertEquals(Optional.empty(), ValueBlock.decode(flipped), "bit " + bit);
        }
    }

    @Test
    void sizesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> ValueBlock.decode(Bytes.zeros(15)));
        assertThrows(IllegalArgumentException.class, () -> new ValueBlock(0, 256));
    }
}
