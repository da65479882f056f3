package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The application directory, held to classic-mad.json (AN10787; its example, libfreefare's, a HID card's and made ones). */
class MadTest {

    private static final String FILE = "classic-mad.json";

    static Stream<Vector> crcs() {
        return ClassicVectors.of(FILE, "mad-crc");
    }

    static Stream<Vector> directories() {
        return ClassicVectors.of(FILE, "mad-decode");
    }

    static Stream<Vector> aids() {
        return ClassicVectors.of(FILE, "mad-aid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crcs")
    void crcIsThePublishedOne(Vector vector) {
        assertEquals(vector.bytes("crc").get(0), MadCrc.of(vector.bytes("data")), vector.text("source"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directories")
    void directoriesAreDecoded(Vector vector) {
        Vector expected = vector.object("expect");
        int gpb = vector.bytes("trailer").get(SectorTrailer.GPB);
        Optional<Bytes> second = vector.has("mad2")
                ? Optional.of(Bytes.concat(
                        vector.texts("mad2").stream().map(Bytes::fromHex).toArray(Bytes[]::new)))
                : Optional.empty();
        Mad mad = Mad.decode(gpb, vector.bytes("block1").plus(vector.bytes("block2")), second);
        MadFacts.assertDirectory(expected, gpb, mad);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aids")
    void aidsAreStoredApplicationFirst(Vector vector) {
        Bytes stored = Bytes.zeros(2).plus(vector.bytes("stored")).plus(Bytes.zeros(28));
        MadAid aid = MadPart.decode(stored, 1).entries().getOrDefault(new SectorNo(1), MadAid.FREE);
        assertEquals(vector.text("aid"), aid.toString());
        assertEquals(vector.bytes("cluster").get(0), aid.cluster());
        assertEquals(vector.bytes("application").get(0), aid.application());
    }

    @ParameterizedTest
    @CsvSource({"C1, 1", "C2, 2", "81, 1", "82, 2", "69, ", "C0, ", "C3, ", "41, ", "00, ", "FF, "})
    void generalPurposeByteTellsTheVersion(String gpb, Integer version) {
        assertEquals(Optional.ofNullable(version), Mad.version(Integer.parseInt(gpb, 16)));
    }

    @Test
    void everyDamagedBitIsNoticed() {
        Bytes stored = Bytes.fromHex("0F0003E103E103E103E103E103E103E103E103E103E103E103E103E103E103E1");
        for (int bit = 0; bit < 8 * stored.length(); bit++) {
            Bytes flipped = stored.with(bit / 8, Bytes.of(stored.get(bit / 8) ^ 1 << bit % 8));
            assertFalse(Mad.decode(0xC1, flipped, Optional.empty()).crcOk(), "bit " + bit);
        }
        assertThrows(IllegalArgumentException.class, () -> Mad.decode(0x69, stored, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new MadAid(0x10000));
    }
}
