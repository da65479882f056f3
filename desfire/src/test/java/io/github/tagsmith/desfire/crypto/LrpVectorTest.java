package io.github.tagsmith.desfire.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The leakage resilient primitive against lrp.json (NXP AN12304 and its public reproductions). */
class LrpVectorTest {

    static Stream<Vector> plaintexts() {
        return Vector.of("lrp.json", "lrp_plaintexts");
    }

    static Stream<Vector> updatedKeys() {
        return Vector.of("lrp.json", "lrp_updated_keys");
    }

    static Stream<Vector> evaluations() {
        return Vector.of("lrp.json", "lrp_eval");
    }

    static Stream<Vector> counters() {
        return Vector.of("lrp.json", "lrp_inc_counter");
    }

    static Stream<Vector> cmacs() {
        return Vector.of("lrp.json", "lrp_cmac");
    }

    static Stream<Vector> cryptograms() {
        return Vector.of("lrp.json", "lricb");
    }

    private static Nibbles nibbles(String digits) {
        return new Nibbles(
                Bytes.of(digits.chars().map(c -> Character.digit(c, 16)).toArray()));
    }

    private static Lrp lrp(Vector vector) {
        return new Lrp(vector.bytes("key"));
    }

    @ParameterizedTest
    @MethodSource("plaintexts")
    void plaintext(Vector vector) {
        Lrp lrp = lrp(vector);
        Map<?, ?> expected = (Map<?, ?>) vector.expected("plaintexts");
        expected.forEach((index, value) -> assertEquals(
                Bytes.fromHex(String.valueOf(value)), lrp.plaintext(Integer.parseInt(String.valueOf(index)))));
    }

    @ParameterizedTest
    @MethodSource("updatedKeys")
    void updatedKey(Vector vector) {
        List<?> expected = (List<?>) vector.expected("updated_keys");
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(
                    Bytes.fromHex(String.valueOf(expected.get(i))), lrp(vector).updatedKey(i));
        }
    }

    @ParameterizedTest
    @MethodSource("evaluations")
    void evaluation(Vector vector) {
        assertEquals(
                vector.expectedBytes("output"),
                lrp(vector)
                        .evaluate(
                                vector.number("updated_key"),
                                nibbles(vector.text("input_nibbles")),
                                vector.flag("final")));
    }

    @ParameterizedTest
    @MethodSource("counters")
    void counter(Vector vector) {
        assertEquals(
                nibbles(String.valueOf(vector.expected("counter_nibbles"))),
                nibbles(vector.text("counter_nibbles")).next());
    }

    @ParameterizedTest
    @MethodSource("cmacs")
    void cmac(Vector vector) {
        Cmac cmac = lrp(vector).cmac(vector.number("updated_key"));
        assertTrue(vector.expects("mac") || vector.expects("subkey1"));
        if (vector.expects("mac")) {
            assertEquals(vector.expectedBytes("mac"), cmac.of(vector.bytes("message")));
        }
        if (vector.expects("subkey1")) {
            assertEquals(vector.expectedBytes("subkey1"), cmac.subkey1());
        }
        if (vector.expects("subkey2")) {
            assertEquals(vector.expectedBytes("subkey2"), cmac.subkey2());
        }
    }

    @ParameterizedTest
    @MethodSource("cryptograms")
    void cryptogram(Vector vector) {
        Bytes clear = vector.bytes("plaintext");
        Bytes padded = vector.flag("pad") ? Padding.marked(clear, Lrp.BLOCK_SIZE) : clear;
        Nibbles counter = nibbles(vector.text("counter_nibbles"));
        Bytes cryptogram = vector.expectedBytes("ciphertext");
        assertEquals(cryptogram, lrp(vector).encipher(vector.number("updated_key"), counter, padded));
        assertEquals(padded, lrp(vector).decipher(vector.number("updated_key"), counter, cryptogram));
    }
}
