package io.github.tagsmith.desfire.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemRandomTest {

    private final RandomSource random = RandomSource.secure();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 100_000})
    void asManyBytesAsAskedFor(int length) {
        assertEquals(length, random.next(length).length());
    }

    @Test
    void noTwoNoncesAreTheSame() {
        assertNotEquals(random.next(16), random.next(16));
    }
}
