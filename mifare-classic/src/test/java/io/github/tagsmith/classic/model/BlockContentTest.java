package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Unknown is a value, and not zero. */
class BlockContentTest {

    private static final Bytes ACCESS = Bytes.fromHex("FF078069");

    @Test
    void whatIsNotKnownStaysUnknown() {
        BlockContent block = BlockContent.UNKNOWN.with(6, ACCESS);
        assertEquals("????????????FF078069????????????", block.toHex("??"));
        assertEquals(Optional.of(ACCESS), block.part(6, 4));
        assertEquals(Optional.empty(), block.part(5, 4));
        assertEquals(Optional.empty(), block.whole());
        assertFalse(block.isComplete());
        assertFalse(block.isUnknown());
        assertTrue(BlockContent.UNKNOWN.isUnknown());
    }

    @Test
    void knownZerosAreNotUnknown() {
        BlockContent zeros = BlockContent.of(Bytes.zeros(16));
        assertTrue(zeros.isComplete());
        assertNotEquals(BlockContent.UNKNOWN, zeros);
        assertEquals(BlockContent.UNKNOWN, zeros.without(0, 16));
    }

    @Test
    void equalKnowledgeIsEqual() {
        BlockContent one = BlockContent.of(Bytes.repeat(16, 0x11)).without(0, 6);
        BlockContent other = BlockContent.UNKNOWN.with(6, Bytes.repeat(10, 0x11));
        assertEquals(one, other);
        assertThrows(IllegalArgumentException.class, () -> new BlockContent(Bytes.repeat(16, 1), Bytes.zeros(16)));
        assertThrows(IllegalArgumentException.class, () -> new BlockContent(Bytes.zeros(16), Bytes.repeat(16, 1)));
        assertThrows(IllegalArgumentException.class, () -> BlockContent.of(Bytes.zeros(15)));
    }
}
