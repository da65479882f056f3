package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.StoragePicc.ValueOperation;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card's arithmetic, held to classic-value-block.json on its own. */
class ValueArithmeticTest {

    static Stream<Vector> operations() {
        return ClassicVectors.of("classic-value-block.json", "value-op");
    }

    static Stream<Vector> blocks() {
        return ClassicVectors.of("classic-value-block.json", "value-decode");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void valuesChangeAsPublished(Vector vector) {
        ValueOperation operation = ValueOperation.valueOf(vector.text("op").toUpperCase(Locale.ROOT));
        assertEquals(
                vector.bytes("after"),
                ValueArithmetic.apply(operation, vector.bytes("before"), vector.bytes("operand_le")));
        assertEquals(
                vector.bytes("before"),
                ValueArithmetic.apply(ValueOperation.RESTORE, vector.bytes("before"), vector.bytes("operand_le")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void blocksAreCheckedBeforeTheyAreUsed(Vector vector) {
        assertEquals(
                vector.flag("valid"),
                ValueArithmetic.checked(vector.bytes("block")).isPresent());
    }

    @Test
    void everyFlippedBitIsNoticed() {
        Bytes block = Bytes.fromHex("87D612007829EDFF87D612005AA55AA5");
        for (int bit = 0; bit < 128; bit++) {
            Bytes flipped = block.with(bit / 8, Bytes.of(block.get(bit / 8) ^ 1 << bit % 8));
            assertEquals(false, ValueArithmetic.checked(flipped).isPresent(), "bit " + bit);
        }
    }
}
