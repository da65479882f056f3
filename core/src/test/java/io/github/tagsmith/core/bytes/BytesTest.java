package io.github.tagsmith.core.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytesTest {

    private static final Bytes ABC = Bytes.of(0xAA, 0xBB, 0xCC);

    @Test
    void doesNotChangeWithTheArrayItWasMadeFrom() {
        byte[] array = {1, 2, 3};
        Bytes whole = Bytes.of(array);
        Bytes part = Bytes.of(array, 1, 2);
        array[1] = 9;
        assertEquals(Bytes.of(1, 2, 3), whole);
        assertEquals(Bytes.of(2, 3), part);
    }

    @Test
    void doesNotChangeWithTheArrayItHandsOut() {
        ABC.toArray()[0] = 0;
        assertEquals(0xAA, ABC.get(0));
    }

    @Test
    void takesNumbersThatFitAByteInEitherReading() {
        assertEquals(Bytes.fromHex("80FF00FF"), Bytes.of(-128, -1, 0, 255));
        assertThrows(IllegalArgumentException.class, () -> Bytes.of(256));
        assertThrows(IllegalArgumentException.class, () -> Bytes.of(-129));
    }

    @Test
    void writesNumbersInBothOrders() {
        assertEquals(Bytes.fromHex("010203"), Bytes.bigEndian(0x010203, 3));
        assertEquals(Bytes.fromHex("030201"), Bytes.littleEndian(0x010203, 3));
        assertEquals(Bytes.fromHex("0203"), Bytes.bigEndian(0x010203, 2));
        assertEquals(Bytes.fromHex("FFFFFFFFFFFFFFFF"), Bytes.bigEndian(-1, 8));
    }

    @Test
    void refusesNumbersWiderThanEightBytes() {
        assertThrows(IllegalArgumentException.class, () -> Bytes.bigEndian(1, 9));
        assertThrows(IllegalArgumentException.class, () -> Bytes.littleEndian(1, 16));
        assertThrows(IllegalArgumentException.class, () -> Bytes.bigEndian(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Bytes.zeros(9).toUnsignedBigEndian());
    }

    @Test
    void readsNumbersInBothOrders() {
        assertEquals(0xAABBCCL, ABC.toUnsignedBigEndian());
        assertEquals(0xCCBBAAL, ABC.toUnsignedLittleEndian());
        assertEquals(0, Bytes.EMPTY.toUnsignedBigEndian());
        assertEquals(0xFFFFFFFFL, Bytes.repeat(4, 0xFF).toUnsignedBigEndian());
    }

    @Test
    void cutsAndJoins() {
        assertEquals(Bytes.of(0xBB, 0xCC), ABC.slice(1));
        assertEquals(Bytes.of(0xBB), ABC.slice(1, 2));
        assertEquals(Bytes.EMPTY, ABC.slice(3));
        assertEquals(Bytes.of(0xAA, 0xBB, 0xCC, 1), ABC.plus(Bytes.of(1)));
        assertEquals(ABC, Bytes.concat(ABC.slice(0, 1), Bytes.EMPTY, ABC.slice(1)));
        assertEquals(Bytes.of(0xAA, 1, 2), ABC.with(1, Bytes.of(1, 2)));
    }

    @Test
    void refusesPartsOutsideItself() {
        assertThrows(IndexOutOfBoundsException.class, () -> ABC.slice(4));
        assertThrows(IndexOutOfBoundsException.class, () -> ABC.slice(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> ABC.get(3));
        assertThrows(IndexOutOfBoundsException.class, () -> ABC.with(2, Bytes.of(1, 2)));
        assertThrows(IndexOutOfBoundsException.class, () -> Bytes.of(new byte[2], 1, 2));
    }

    @Test
    void mixesByExclusiveOr() {
        assertEquals(Bytes.fromHex("55BB33"), ABC.xor(Bytes.fromHex("FF00FF")));
        assertEquals(0xAA ^ 0xBB ^ 0xCC, ABC.xorSum());
        assertEquals(0, Bytes.EMPTY.xorSum());
        assertThrows(IllegalArgumentException.class, () -> ABC.xor(Bytes.of(1)));
    }

    @Test
    void knowsItsBeginningAndWhetherAllIsOneValue() {
        assertTrue(ABC.startsWith(Bytes.of(0xAA, 0xBB)));
        assertTrue(ABC.startsWith(Bytes.EMPTY));
        assertFalse(ABC.startsWith(Bytes.of(0xBB)));
        assertFalse(ABC.startsWith(ABC.plus(ABC)));
        assertTrue(Bytes.repeat(3, 0xFF).isAll(0xFF));
        assertFalse(ABC.isAll(0xAA));
    }

    @Test
    void isComparedByContentAndUnsigned() {
        assertEquals(Bytes.of(1, 2), Bytes.of(new byte[] {1, 2}));
        assertEquals(Bytes.of(1, 2).hashCode(), Bytes.of(new byte[] {1, 2}).hashCode());
        assertNotEquals(Bytes.of(1, 2), Bytes.of(1));
        assertTrue(Bytes.of(0xFF).compareTo(Bytes.of(0x01)) > 0);
        assertTrue(Bytes.of(1).compareTo(Bytes.of(1, 0)) < 0);
    }

    @Test
    void isShownInUpperCaseHexAndReadAsText() {
        assertEquals("AABBCC", ABC.toString());
        assertEquals("hé", Bytes.fromHex("68C3A9").toText(StandardCharsets.UTF_8));
        assertEquals(Bytes.of(3, 2, 1), Bytes.of(1, 2, 3).reversed());
    }

    @Test
    void copiesItselfIntoAnArray() {
        byte[] target = new byte[5];
        ABC.copyTo(target, 1);
        assertEquals(Bytes.fromHex("00AABBCC00"), Bytes.of(target));
    }
}
