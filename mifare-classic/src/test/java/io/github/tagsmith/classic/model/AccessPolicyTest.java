package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rights and their sentences, held to classic-access-bits.json. */
class AccessPolicyTest {

    static Stream<Vector> encoded() {
        return ClassicVectors.of("classic-access-bits.json", "access-encode");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encoded")
    void publishedBitsGiveTheRightsOfTheTables(Vector vector) {
        AccessBits bits = AccessBits.decode(vector.bytes("bytes")).orElseThrow();
        AccessPolicy policy = AccessPolicy.of(bits);
        List<Integer> conditions = ClassicVectors.conditions(vector);
        boolean keyB = !ClassicVectors.keyBReadable(conditions.get(3));
        for (int group = 0; group < 3; group++) {
            DataRights rights = policy.data().get(group);
            for (KeyType type : KeyType.values()) {
                boolean counts = type == KeyType.A || keyB;
                int condition = conditions.get(group);
                assertEquals(
                        counts && ClassicVectors.permits("data", condition, "read", type),
                        rights.read().include(type));
                assertEquals(
                        counts && ClassicVectors.permits("data", condition, "write", type),
                        rights.write().include(type));
                assertEquals(
                        counts && ClassicVectors.permits("data", condition, "increment", type),
                        rights.increment().include(type));
                assertEquals(
                        counts && ClassicVectors.permits("data", condition, "decrement_transfer_restore", type),
                        rights.decrement().include(type));
            }
        }
    }

    @Test
    void everyWordIsFoundAgainByItsRights() {
        ClassicVectors.allConditions().forEach(conditions -> {
            AccessPolicy policy = AccessPolicy.of(
                    AccessBits.decode(ClassicVectors.access(conditions)).orElseThrow());
            AccessBits found = policy.encode().orElseThrow();
            assertEquals(policy, AccessPolicy.of(found), "conditions " + conditions);
        });
    }

    @Test
    void rightsThatTheCardDoesNotHaveAreNotEncoded() {
        DataRights writeOnly = new DataRights(KeyHolders.NONE, KeyHolders.A, KeyHolders.NONE, KeyHolders.NONE);
        TrailerRights transport = TrailerRights.of(TrailerCondition.C001);
        assertEquals(Optional.empty(), new AccessPolicy(List.of(writeOnly, writeOnly, writeOnly), transport).encode());
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSPORT, 000, 001",
        "MAD, 100, 011",
        "NFC, 000, 011",
        "NFC_READ_ONLY, 010, 110",
        "VALUE, 110, 011",
        "KEY_B_ONLY, 011, 011"
    })
    void namedBitsAreThoseOfTheReference(NamedAccess named, String data, String trailer) {
        int condition = Integer.parseInt(data, 2);
        Bytes bytes = ClassicVectors.access(List.of(condition, condition, condition, Integer.parseInt(trailer, 2)));
        assertEquals(bytes, named.bytes());
        assertEquals(Optional.of(named), NamedAccess.ofId(named.id()));
        assertEquals(bytes, AccessPolicy.of(named.bits()).encode().orElseThrow().encode());
    }

    @ParameterizedTest
    @CsvSource({
        "FF0780, 'read, write, increment and decrement with key A'",
        "787788, 'read with key A or key B; write with key B; increment and decrement with neither key'",
        "08778F, 'read and decrement with key A or key B; write and increment with key B'",
    })
    void dataBlocksHaveASentence(String bytes, String sentence) {
        AccessPolicy policy =
                AccessPolicy.of(AccessBits.decode(Bytes.fromHex(bytes)).orElseThrow());
        assertEquals(sentence, policy.sentence(new BlockNo(5)));
    }

    @Test
    void trailersHaveASentence() {
        assertEquals(
                "write key A, write access bits and write key B with key B; read key B with neither key",
                AccessPolicy.of(NamedAccess.MAD.bits()).sentence(new BlockNo(255)));
        assertTrue(AccessPolicy.of(NamedAccess.TRANSPORT.bits())
                .sentence(new BlockNo(3))
                .endsWith("read key B with key A"));
    }
}
