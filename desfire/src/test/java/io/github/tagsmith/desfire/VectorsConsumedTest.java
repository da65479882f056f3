package io.github.tagsmith.desfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.testing.Json;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * No published vector of DESFire lies idle: every file has as many verified ones as the collection's README says, and each of them
 * is an argument of a parameterized test, or a constant of another, of the client, of the primitives or of what is offline. The
 * card's own tests do not count.
 */
class VectorsConsumedTest {

    /** Verified vectors a file, as the README of the collection counts them. */
    private static final Map<String, Integer> VERIFIED = Map.ofEntries(
            Map.entry("an10922.json", 6),
            Map.entry("changekey.json", 23),
            Map.entry("cmac.json", 18),
            Map.entry("crc.json", 24),
            Map.entry("d40-auth-session-key.json", 7),
            Map.entry("d40-mac-crypt.json", 2),
            Map.entry("dam.json", 5),
            Map.entry("des-key-version.json", 5),
            Map.entry("ev1-3k3des-auth.json", 7),
            Map.entry("ev1-aes-auth.json", 11),
            Map.entry("ev1-cmac.json", 35),
            Map.entry("ev1-cryptogram.json", 12),
            Map.entry("ev1-des-auth.json", 6),
            Map.entry("ev2-auth-first.json", 13),
            Map.entry("ev2-mac-full.json", 36),
            Map.entry("ev2-nonfirst.json", 1),
            Map.entry("file-settings.json", 6),
            Map.entry("full-apdu-traces.json", 21),
            Map.entry("lrp-auth.json", 20),
            Map.entry("lrp.json", 125),
            Map.entry("originality.json", 28),
            Map.entry("proximity-check.json", 0),
            Map.entry("sdm-lrp.json", 7),
            Map.entry("sdm.json", 11),
            Map.entry("tmac.json", 5),
            Map.entry("versions.json", 8));

    private static List<Vector> verified(String file) {
        return Json.vectors(file).stream()
                .map(Vector::new)
                .filter(Vector::isVerified)
                .toList();
    }

    @Test
    void asManyAsTheReadmeCounts() {
        Map<String, Integer> counted = new TreeMap<>();
        VERIFIED.keySet().forEach(file -> counted.put(file, verified(file).size()));
        assertEquals(new TreeMap<>(VERIFIED), counted);
        assertEquals(442, counted.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void everyVectorIsGivenToATest() {
        Set<Vector> given = new HashSet<>();
        for (Class<?> test : testsOfTheClient()) {
            ReflectionSupport.streamFields(
                            test, field -> field.getType() == Vector.class, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(constant -> addVectors(valueOf(constant), given));
            for (Method provider : providers(test)) {
                if (ReflectionSupport.invokeMethod(provider, null) instanceof Stream<?> arguments) {
                    arguments.forEach(argument -> addVectors(argument, given));
                }
            }
        }
        List<String> idle = new ArrayList<>();
        VERIFIED.keySet()
                .forEach(file -> verified(file).stream()
                        .filter(vector -> !given.contains(vector))
                        .forEach(vector -> idle.add(file + " " + vector.operation() + " " + vector)));
        assertEquals(List.of(), idle);
    }

    private static @Nullable Object valueOf(Field constant) {
        return ReflectionSupport.tryToReadFieldValue(constant, null)
                .toOptional()
                .orElse(null);
    }

    /** One that is a constant of a test or an argument of a parameterized one, or a component of that. */
    private static void addVectors(@Nullable Object argument, Set<Vector> given) {
        if (argument instanceof Vector vector) {
            given.add(vector);
        } else if (argument instanceof Arguments several) {
            Stream.of(several.get()).forEach(each -> addVectors(each, given));
        } else if (argument instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                addVectors(ReflectionSupport.invokeMethod(component.getAccessor(), record), given);
            }
        }
    }

    private static List<Method> providers(Class<?> test) {
        List<Method> providers = new ArrayList<>();
        for (Method method : test.getDeclaredMethods()) {
            MethodSource source = method.getAnnotation(MethodSource.class);
            if (source != null) {
                for (String name : source.value()) {
                    providers.add(ReflectionSupport.findMethod(test, name).orElseThrow());
                }
            }
        }
        return providers;
    }

    private static List<Class<?>> testsOfTheClient() {
        return ReflectionSupport.findAllClassesInPackage(
                VectorsConsumedTest.class.getPackageName(),
                test -> !test.getPackageName().contains(".picc"),
                name -> name.endsWith("Test"));
    }
}
