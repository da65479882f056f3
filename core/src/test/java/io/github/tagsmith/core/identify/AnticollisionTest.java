package io.github.tagsmith.core.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.testing.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: the project's vector file classic-type-table.json. */
class AnticollisionTest {

    static List<Map<String, Object>> types() {
        return Json.vectors("classic-type-table.json");
    }

    @Test
    void theFileHoldsEighteenPairs() {
        assertEquals(18, types().size());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aPairHasTheMeaningOfItsVector(Map<String, Object> vector) {
        int atqa = Integer.parseInt(Json.text(vector, "atqa"), 16);
        int sak = Integer.parseInt(Json.text(vector, "sak"), 16);
        Anticollision pair = new Anticollision(atqa, sak);
        assertEquals(vector.get("types"), pair.types());
        assertEquals(vector.get("sak_iso14443_4"), pair.iso14443Part4());
        assertEquals(vector.get("crypto1"), pair.crypto1());
        assertEquals(vector.get("uid_bytes_by_atqa"), pair.uidLength());
    }

    @Test
    void anUnknownPairHasNoName() {
        assertEquals(List.of(), new Anticollision(0x0004, 0x77).types());
    }
}
