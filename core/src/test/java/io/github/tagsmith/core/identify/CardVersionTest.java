package io.github.tagsmith.core.identify;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: the project's vector file versions.json; each vector names its own, most are answers of real cards. */
class CardVersionTest {

    /** The one that is not verified has an empty second part (a misprint of AN12343). */
    static List<Map<String, Object>> versions() {
        return Json.vectors("versions.json").stream()
                .filter(vector -> Boolean.TRUE.equals(vector.get("verified")))
                .toList();
    }

    @Test
    void theFileHoldsEightVerifiedVersions() {
        assertEquals(8, versions().size());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aVersionHasThePartsOfItsVector(Map<String, Object> vector) throws NfcException {
        @SuppressWarnings("unchecked")
        List<String> frames = (List<String>) Json.object(vector, "inputs").get("frames");
        CardVersion version = CardVersion.parse(Bytes.fromHex(String.join("", frames)));
        check(version, Json.object(vector, "expected"));
        if (vector.containsKey("derived")) {
            check(version, Json.object(vector, "derived"));
        }
    }

    private static void check(CardVersion version, Map<String, Object> expected) {
        for (String field : expected.keySet()) {
            switch (field) {
                case "hardware" -> checkPart(version.hardware(), Json.object(expected, field));
                case "software" -> checkPart(version.software().orElseThrow(), Json.object(expected, field));
                case "uid" -> assertEquals(expected.get(field), lower(version.uid()));
                case "batch" -> assertEquals(expected.get(field), lower(version.batch()));
                case "week_bcd" ->
                    assertEquals(expected.get(field), version.week().orElseThrow());
                case "year_bcd" ->
                    assertEquals(expected.get(field), version.year().orElseThrow());
                default -> throw new AssertionError("the test does not know the field " + field);
            }
        }
    }

    private static void checkPart(Bytes part, Map<String, Object> expected) {
        List<String> names = List.of("vendor", "type", "subtype", "major", "minor", "storage", "protocol");
        expected.forEach((name, value) -> {
            int got = part.get(names.indexOf(name));
            assertEquals(value.toString(), value instanceof Number ? Integer.toString(got) : lower(got), name);
        });
    }

    private static String lower(Optional<Bytes> bytes) {
        return bytes.orElseThrow().toHex().toLowerCase(Locale.ROOT);
    }

    private static String lower(int value) {
        return Hex.ofByte(value).toLowerCase(Locale.ROOT);
    }

    /** The first line is a real EV1 8K, the next three are from the same file; DESFire Light's first part is in AN12343. */
    @ParameterizedTest
    @CsvSource({
        "04010101001A05, MIFARE DESFire EV1, 8192 bytes",
        "04010133001A05, MIFARE DESFire EV3, 8192 bytes",
        "04040230001105, NTAG 424 DNA, between 256 and 512 bytes",
        "04040830001105, NTAG 424 DNA, between 256 and 512 bytes",
        "04080130001305, MIFARE DESFire Light, between 512 and 1024 bytes",
        "04040201000F03, NTAG213, between 128 and 256 bytes",
        "04030101000B03, 'MIFARE Ultralight EV1, 48 bytes (MF0UL11)', between 32 and 64 bytes"
    })
    void theProductFollowsFromTheHardware(String hardware, String product, String storage) throws NfcException {
        CardVersion version = CardVersion.parse(Bytes.fromHex("00" + hardware));
        assertEquals(product, version.product().orElseThrow());
        assertEquals(storage, version.storage());
    }

    @Test
    void anotherLengthIsMalformed() {
        assertFails(ErrorKind.MALFORMED_INPUT, () -> CardVersion.parse(Bytes.zeros(27)));
    }
}
