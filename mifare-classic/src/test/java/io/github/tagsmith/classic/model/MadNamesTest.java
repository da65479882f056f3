package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MadNamesTest {

    static Stream<Vector> applications() {
        return ClassicVectors.of("classic-mad.json", "mad-aid");
    }

    static Stream<Vector> clusters() {
        return ClassicVectors.of("classic-mad.json", "mad-cluster");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void applicationsHaveTheirNames(Vector vector) {
        String name = MadNames.of(new MadAid(Integer.parseInt(vector.text("aid"), 16)))
                .orElseThrow();
        assertTrue(name.startsWith(vector.text("name")) && name.endsWith(vector.text("company")), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clusters")
    void otherApplicationsHaveTheNameOfTheirCluster(Vector vector) {
        int cluster = Integer.parseInt(vector.text("code"), 16);
        assertEquals(Optional.of(vector.text("name")), MadNames.of(new MadAid(cluster << 8 | 0xEE)));
    }

    @Test
    void unknownClusterHasNone() {
        assertEquals(Optional.empty(), MadNames.of(new MadAid(0x0101)));
    }
}
