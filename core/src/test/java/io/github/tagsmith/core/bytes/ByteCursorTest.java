package io.github.tagsmith.core.bytes;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import org.junit.jupiter.api.Test;

class ByteCursorTest {

    @Test
    void takesFromFrontToBack() throws NfcException {
        ByteCursor cursor = new ByteCursor(Bytes.fromHex("FF 0102 80000000 AABB"), "thing");
        assertEquals(0xFF, cursor.take());
        assertEquals(Bytes.of(1, 2), cursor.take(2));
        assertEquals(0x80000000L, cursor.takeBigEndian(4));
        assertEquals(7, cursor.offset());
        assertEquals(2, cursor.remaining());
        assertEquals(Bytes.of(0xAA, 0xBB), cursor.takeRest());
        assertEquals(Bytes.EMPTY, cursor.takeRest());
    }

    @Test
    void namesTheThingAndTheOffsetAtItsEnd() throws NfcException {
        ByteCursor cursor = new ByteCursor(Bytes.of(1, 2, 3), "thing");
        cursor.take();
        NfcException failure = assertFails(ErrorKind.MALFORMED_INPUT, () -> cursor.take(3));
        assertEquals("thing ends at offset 3: 3 bytes wanted at offset 1", failure.getMessage());
        assertEquals(Bytes.of(2, 3), cursor.take(2), "a failed take takes nothing");
        assertFails(ErrorKind.MALFORMED_INPUT, cursor::take);
        assertFails(ErrorKind.MALFORMED_INPUT, () -> cursor.takeBigEndian(1));
    }

    @Test
    void aHugeCountIsRefusedLikeAnyOther() {
        ByteCursor cursor = new ByteCursor(Bytes.of(1), "thing");
        assertFails(ErrorKind.MALFORMED_INPUT, () -> cursor.take(Integer.MAX_VALUE));
    }
}
