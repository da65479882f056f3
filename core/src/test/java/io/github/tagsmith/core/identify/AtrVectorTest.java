package io.github.tagsmith.core.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: the project's vector file classic-atr.json; each vector names its own (mostly pcsc-tools' smartcard_list). */
class AtrVectorTest {

    static List<Map<String, Object>> atrs() {
        return Json.vectors("classic-atr.json");
    }

    @Test
    void theFileHoldsFortyThreeAtrs() {
        assertEquals(43, atrs().size());
    }

    @ParameterizedTest
    @MethodSource("atrs")
    void anAtrHasThePartsOfItsVector(Map<String, Object> vector) throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex(Json.text(vector, "atr")));
        Map<String, Object> expected = Json.object(vector, "expect");
        Optional<StorageCardAtr> storage = atr.storageCard();
        for (String field : expected.keySet()) {
            Object got = switch (field) {
                case "historical" -> atr.historical().toHex();
                case "protocols" -> atr.protocols();
                case "tck_ok" -> atr.check() == Atr.Check.RIGHT;
                case "length_ok" -> atr.lengthIsRight();
                case "kind" -> storage.isPresent() ? "storage" : "iso14443-4-or-contact";
                case "ss" -> Bytes.of(storage.orElseThrow().standard()).toHex();
                case "standard" -> storage.orElseThrow().standardName();
                case "nn" ->
                    Bytes.bigEndian(storage.orElseThrow().cardName(), 2).toHex();
                case "name" -> storage.orElseThrow().cardNameText();
                case "sak" ->
                    Bytes.bigEndian(storage.orElseThrow().cardName(), 1).toHex();
                default -> throw new AssertionError("the test does not know the field " + field);
            };
            assertEquals(expected.get(field), got, field);
        }
    }
}
