package io.github.tagsmith.core.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretBytesTest {

    private static final Bytes KEY = Bytes.fromHex("A0A1A2A3A4A5");

    @Test
    void isNotSeenInItsText() {
        try (SecretBytes secret = SecretBytes.of(KEY)) {
            assertEquals("secret of 6 bytes", secret.toString());
            assertFalse(String.format("%s", secret).contains("A0"));
        }
    }

    @Test
    void isRevealedOnDemandUntilItIsClosed() {
        SecretBytes secret = SecretBytes.of(KEY);
        assertEquals(KEY, secret.reveal());
        secret.close();
        secret.close();
        assertThrows(IllegalStateException.class, secret::reveal);
        assertEquals(6, secret.length());
    }

    @Test
    void isComparedByContent() {
        try (SecretBytes one = SecretBytes.of(KEY);
                SecretBytes same = SecretBytes.of(KEY);
                SecretBytes other = SecretBytes.of(Bytes.zeros(6))) {
            assertEquals(one, same);
            assertEquals(one.hashCode(), same.hashCode());
            assertNotEquals(one, other);
        }
    }

    @Test
    void onceClosedItDoesNotPassForAKeyOfZeros() {
        SecretBytes closed = SecretBytes.of(KEY);
        closed.close();
        try (SecretBytes zeros = SecretBytes.of(Bytes.zeros(6))) {
            assertNotEquals(zeros, closed);
            assertNotEquals(closed, zeros);
        }
        assertEquals(closed, closed);
    }
}
