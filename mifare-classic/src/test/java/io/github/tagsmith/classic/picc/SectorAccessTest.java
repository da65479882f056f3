package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card's reading of access bits, held to classic-access-bits.json on its own, not to the terminal's reading. */
class SectorAccessTest {

    private static final String FILE = "classic-access-bits.json";

    /** The rules of the card by the names in the vectors. */
    private static final Map<String, Map<String, AccessRule>> RULES = Map.of(
            "data",
            Map.of(
                    "read", AccessRule.READ,
                    "write", AccessRule.WRITE,
                    "increment", AccessRule.INCREMENT,
                    "decrement_transfer_restore", AccessRule.DECREMENT_RESTORE_TRANSFER),
            "trailer",
            Map.of(
                    "key_a_write", AccessRule.KEY_A_WRITE,
                    "access_read", AccessRule.ACCESS_READ,
                    "access_write", AccessRule.ACCESS_WRITE,
                    "key_b_read", AccessRule.KEY_B_READ,
                    "key_b_write", AccessRule.KEY_B_WRITE));

    private static Map<String, AccessRule> rules(String block) {
        return Objects.requireNonNull(RULES.get(block));
    }

    static Stream<Vector> conditions() {
        return ClassicVectors.of(FILE, "access-condition");
    }

    static Stream<Vector> words() {
        return Stream.concat(
                ClassicVectors.of(FILE, "access-encode"),
                ClassicVectors.of(FILE, "access-decode").filter(vector -> vector.flag("valid")));
    }

    static Stream<Vector> invalidWords() {
        return ClassicVectors.of(FILE, "access-decode").filter(vector -> !vector.flag("valid"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void rulesAllowWhatTheTablesSay(Vector vector) {
        int bits = Integer.parseInt(vector.text("c1c2c3"), 2);
        rules(vector.text("block")).forEach((name, rule) -> {
            for (KeyType type : KeyType.values()) {
                assertEquals(
                        vector.object("permissions").texts(name).contains(type.name()),
                        rule.allows(bits, type),
                        name + " with key " + type);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void publishedWordsAllowWhatTheirConditionsSay(Vector vector) {
        assertAllows(ClassicVectors.conditions(vector), vector.bytes("bytes"));
    }

    @Test
    void everyWordAllowsWhatItsConditionsSay() {
        ClassicVectors.allConditions()
                .forEach(conditions -> assertAllows(conditions, ClassicVectors.access(conditions)));
    }

    private static void assertAllows(List<Integer> conditions, Bytes word) {
        SectorAccess access = SectorAccess.of(trailer(word)).orElseThrow();
        for (KeyType type : KeyType.values()) {
            boolean counts = type == KeyType.A || !ClassicVectors.keyBReadable(conditions.get(3));
            rules("trailer")
                    .forEach((name, rule) -> assertEquals(
                            counts && ClassicVectors.permits("trailer", conditions.get(3), name, type),
                            access.allowsTrailer(rule, type)));
            for (int group = 0; group < 3; group++) {
                int bits = conditions.get(group);
                int at = group;
                rules("data")
                        .forEach((name, rule) -> assertEquals(
                                counts && ClassicVectors.permits("data", bits, name, type),
                                access.allowsData(rule, at, type)));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidWords")
    void damagedWordsAreNoticed(Vector vector) {
        assertTrue(SectorAccess.of(trailer(vector.bytes("bytes"))).isEmpty(), vector.text("note"));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        ClassicVectors.allConditions().map(ClassicVectors::access).forEach(word -> {
            for (int bit = 0; bit < 24; bit++) {
                Bytes flipped = word.xor(Bytes.bigEndian(1L << bit, 3));
                assertTrue(SectorAccess.of(trailer(flipped)).isEmpty(), () -> flipped.toHex());
            }
        });
    }

    private static Bytes trailer(Bytes word) {
        return Bytes.zeros(16).with(6, word);
    }
}
