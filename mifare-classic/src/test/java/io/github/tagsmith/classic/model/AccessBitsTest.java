package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The terminal's reading of access bits, held to classic-access-bits.json (MF1S50yyX data sheet section 8.7). */
class AccessBitsTest {

    private static final String FILE = "classic-access-bits.json";

    static Stream<Vector> conditions() {
        return ClassicVectors.of(FILE, "access-condition");
    }

    static Stream<Vector> encodings() {
        return ClassicVectors.of(FILE, "access-encode");
    }

    static Stream<Vector> decodings() {
        return ClassicVectors.of(FILE, "access-decode");
    }

    static Stream<Vector> groups() {
        return ClassicVectors.of(FILE, "access-group");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void conditionsAllowWhatTheTablesSay(Vector vector) {
        int bits = Integer.parseInt(vector.text("c1c2c3"), 2);
        Vector permissions = vector.object("permissions");
        if (vector.text("block").equals("data")) {
            DataCondition condition = DataCondition.of(bits);
            assertEquals(bits, condition.bits());
            assertHolders(permissions, "read", condition.read());
            assertHolders(permissions, "write", condition.write());
            assertHolders(permissions, "increment", condition.increment());
            assertHolders(permissions, "decrement_transfer_restore", condition.decrement());
        } else {
            TrailerCondition condition = TrailerCondition.of(bits);
            assertEquals(bits, condition.bits());
            assertHolders(permissions, "key_a_read", KeyHolders.NONE);
            assertHolders(permissions, "key_a_write", condition.keyAWrite());
            assertHolders(permissions, "access_read", condition.accessRead());
            assertHolders(permissions, "access_write", condition.accessWrite());
            assertHolders(permissions, "key_b_read", condition.keyBRead());
            assertHolders(permissions, "key_b_write", condition.keyBWrite());
            AccessBits access =
                    new AccessBits(List.of(DataCondition.C000, DataCondition.C000, DataCondition.C000), condition);
            assertEquals(vector.flag("key_b_readable"), !access.keyBUsable());
        }
    }

    private static void assertHolders(Vector permissions, String operation, KeyHolders holders) {
        List<String> allowed = new ArrayList<>();
        for (KeyType type : KeyType.values()) {
            if (holders.include(type)) {
                allowed.add(type.name());
            }
        }
        assertEquals(permissions.texts(operation), allowed, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void encodes(Vector vector) {
        assertEquals(
                vector.bytes("bytes"), of(ClassicVectors.conditions(vector)).encode());
        assertEquals(vector.bytes("bytes"), ClassicVectors.access(ClassicVectors.conditions(vector)), "the tests' own");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decodings")
    void decodes(Vector vector) {
        Optional<AccessBits> expected =
                vector.flag("valid") ? Optional.of(of(ClassicVectors.conditions(vector))) : Optional.empty();
        assertEquals(expected, AccessBits.decode(vector.bytes("bytes")), vector.text("note"));
    }

    @Test
    void everyWordIsEncodedAndDecoded() {
        Set<Bytes> words = new HashSet<>();
        ClassicVectors.allConditions().forEach(conditions -> {
            AccessBits access = of(conditions);
            Bytes encoded = access.encode();
            assertEquals(ClassicVectors.access(conditions), encoded);
            assertEquals(Optional.of(access), AccessBits.decode(encoded));
            words.add(encoded);
        });
        assertEquals(4096, words.size());
    }

    @Test
    void everyFlippedBitIsNoticed() {
        ClassicVectors.allConditions().map(ClassicVectors::access).forEach(word -> {
            for (int bit = 0; bit < 24; bit++) {
                Bytes flipped = word.xor(Bytes.bigEndian(1L << bit, 3));
                assertTrue(AccessBits.decode(flipped).isEmpty(), () -> flipped.toHex());
            }
        });
    }

    @Test
    void threeBytesAndThreeGroupsAreAskedFor() {
        assertThrows(IllegalArgumentException.class, () -> AccessBits.decode(Bytes.zeros(4)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AccessBits(List.of(DataCondition.C000), TrailerCondition.C001));
        assertThrows(IllegalArgumentException.class, () -> DataCondition.of(8));
        assertThrows(IllegalArgumentException.class, () -> TrailerCondition.of(-1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groups")
    void blocksBelongToSectorsAndGroups(Vector vector) {
        BlockNo block = new BlockNo(vector.number("block"));
        assertEquals(new SectorNo(vector.number("sector")), block.sector());
        assertEquals(vector.number("group"), block.accessGroup());
        assertEquals(new BlockNo(vector.number("trailer")), block.sector().trailer());
        assertEquals(vector.flag("is_trailer"), block.isTrailer());
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void readingFollowsGroupAndKey(KeyType type) {
        ClassicVectors.allConditions().forEach(conditions -> {
            AccessBits access = of(conditions);
            boolean usable = type == KeyType.A || !ClassicVectors.keyBReadable(conditions.get(3));
            for (int block : new int[] {4, 5, 6, 128, 132, 133, 138, 142}) {
                BlockNo number = new BlockNo(block);
                int condition = conditions.get(number.accessGroup());
                assertEquals(
                        usable && ClassicVectors.permits("data", condition, "read", type),
                        access.mayRead(number, type));
            }
            assertThrows(IllegalArgumentException.class, () -> access.data(new BlockNo(7)));
        });
    }

    private static AccessBits of(List<Integer> conditions) {
        return new AccessBits(
                conditions.subList(0, 3).stream().map(DataCondition::of).toList(),
                TrailerCondition.of(conditions.get(3)));
    }
}
