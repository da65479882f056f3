package io.github.tagsmith.classic;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.testing.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The published vectors in {@code vectors/classic-*.json}, and access bits written down a third time, for the tests. */
public final class ClassicVectors {

    private ClassicVectors() {}

    /** One vector; shown by its identifier. */
    public record Vector(Map<String, Object> members) {

        public String text(String name) {
            return Json.text(members, name);
        }

        public Bytes bytes(String name) {
            return Bytes.fromHex(text(name));
        }

        private Object member(String name) {
            return Objects.requireNonNull(members.get(name), name);
        }

        public int number(String name) {
            return ((Number) member(name)).intValue();
        }

        public boolean flag(String name) {
            return (Boolean) member(name);
        }

        public boolean has(String name) {
            return members.get(name) != null;
        }

        @SuppressWarnings("unchecked")
        public List<String> texts(String name) {
            return (List<String>) member(name);
        }

        public Vector object(String name) {
            return new Vector(Json.object(members, name));
        }

        public List<Vector> objects(String name) {
            return Json.objects(members, name).stream().map(Vector::new).toList();
        }

        @Override
        public String toString() {
            return String.valueOf(members.getOrDefault("id", members.getOrDefault("file", members)));
        }
    }

    /** The vectors of one kind. */
    public static Stream<Vector> of(String file, String kind) {
        return Json.vectors(file).stream()
                .map(Vector::new)
                .filter(vector -> vector.text("kind").equals(kind));
    }

    /** Who may do what, by {@code data/000/read} and the like; of classic-access-bits.json. */
    public static boolean permits(String block, int condition, String operation, KeyType type) {
        return Objects.requireNonNull(PERMISSIONS.get(block + "/" + bits(condition)))
                .texts(operation)
                .contains(type.name());
    }

    private static final Map<String, Vector> PERMISSIONS = of("classic-access-bits.json", "access-condition")
            .collect(Collectors.toMap(v -> v.text("block") + "/" + v.text("c1c2c3"), v -> v.object("permissions")));

    /** Whether key B can be read in a sector whose trailer has this condition. */
    public static boolean keyBReadable(int trailerCondition) {
        return permits("trailer", trailerCondition, "key_b_read", KeyType.A);
    }

    /** C1 C2 C3 as three digits. */
    public static String bits(int condition) {
        return "" + (condition >> 2 & 1) + (condition >> 1 & 1) + (condition & 1);
    }

    /** The conditions of a vector. */
    public static List<Integer> conditions(Vector vector) {
        return vector.texts("conditions").stream()
                .map(text -> Integer.parseInt(text, 2))
                .toList();
    }

    /** All 4,096 combinations of four conditions. */
    public static Stream<List<Integer>> allConditions() {
        return IntStream.range(0, 4096)
                .mapToObj(word -> List.of(word & 7, word >> 3 & 7, word >> 6 & 7, word >> 9 & 7));
    }

    /** Bytes 6 to 8 by the rule {@code ~C2 ~C1 | C1 ~C3 | C3 C2}, nibble by nibble. */
    public static Bytes access(List<Integer> conditions) {
        int c1 = nibble(conditions, 2);
        int c2 = nibble(conditions, 1);
        int c3 = nibble(conditions, 0);
        return Bytes.of((15 - c2) * 16 + 15 - c1, c1 * 16 + 15 - c3, c3 * 16 + c2);
    }

    private static int nibble(List<Integer> conditions, int bit) {
        return IntStream.range(0, 4)
                .map(group -> (conditions.get(group) >> bit & 1) << group)
                .sum();
    }
}
