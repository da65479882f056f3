package io.github.tagsmith.classic.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TLV blocks, held to classic-ndef-tlv.json (AN1304 section 4.2). */
class TlvAreaTest {

    private static final Map<TlvArea.End, String> ENDS =
            Map.of(TlvArea.End.TERMINATOR, "terminator", TlvArea.End.AREA, "end", TlvArea.End.TRUNCATED, "truncated");

    static Stream<Vector> areas() {
        return ClassicVectors.of("classic-ndef-tlv.json", "tlv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("areas")
    void blocksAreSplit(Vector vector) {
        TlvArea area = TlvArea.parse(vector.bytes("data"));
        assertEquals(vector.text("end"), ENDS.get(area.end()));
        assertEquals(
                vector.objects("tlvs").stream()
                        .map(tlv -> new Tlv(tlv.bytes("t").get(0), tlv.bytes("v")))
                        .toList(),
                area.tlvs());
    }

    @Test
    void anyAreaIsSplitWithoutAnError() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2000; round++) {
            byte[] area = new byte[random.nextInt(64)];
            random.nextBytes(area);
            TlvArea parsed = TlvArea.parse(Bytes.of(area));
            int values =
                    parsed.tlvs().stream().mapToInt(tlv -> tlv.value().length()).sum();
            assertTrue(values <= area.length);
        }
    }
}
