package io.github.tagsmith.desfire.originality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Originality signatures against originality.json (real cards of seven products, and forgeries). */
class OriginalityVectorTest {

    static Stream<Vector> signatures() {
        return Vector.of("originality.json", "originality");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void signature(Vector vector) {
        boolean valid = Boolean.TRUE.equals(vector.expected("valid"));
        assertEquals(
                valid,
                OriginalitySignature.isRight(
                        vector.bytes("public_key_sec1"), vector.bytes("uid"), vector.bytes("signature")));
        Optional<String> signer = OriginalityKey.ofSigner(vector.bytes("uid"), vector.bytes("signature"))
                .map(OriginalityKey::toString);
        assertEquals(valid ? Optional.of(vector.text("product")) : Optional.empty(), signer);
    }

    @Test
    void aSignatureOfAnotherLength() {
        assertThrows(
                IllegalArgumentException.class,
                () -> OriginalityKey.ofSigner(Bytes.fromHex("04112233445566"), Bytes.zeros(55)));
    }

    @Test
    void zerosAreNoSignature() {
        assertEquals(Optional.empty(), OriginalityKey.ofSigner(Bytes.fromHex("04112233445566"), Bytes.zeros(56)));
    }
}
