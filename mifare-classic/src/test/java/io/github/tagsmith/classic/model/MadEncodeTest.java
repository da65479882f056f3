package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Making a directory, held to the published ones of classic-mad.json. */
class MadEncodeTest {

    static Stream<Vector> directories() {
        return ClassicVectors.of("classic-mad.json", "mad-decode");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directories")
    void publishedDirectoryIsMadeFromItsEntries(Vector vector) {
        Vector expected = vector.object("expect");
        int gpb = vector.bytes("trailer").get(SectorTrailer.GPB);
        Optional<Bytes> second = vector.has("mad2")
                ? Optional.of(Bytes.concat(
                        vector.texts("mad2").stream().map(Bytes::fromHex).toArray(Bytes[]::new)))
                : Optional.empty();
        Bytes first = vector.bytes("block1").plus(vector.bytes("block2"));
        Mad published = Mad.decode(gpb, first, second);
        Mad made = Mad.empty(second.isPresent() ? ClassicType.K4 : ClassicType.K1);
        for (var entry : published.entries().entrySet()) {
            made = made.with(entry.getKey(), entry.getValue());
        }
        int publisher = expected.number("publisher_sector");
        made = made.withPublisher(publisher == 0 ? Optional.empty() : Optional.of(new SectorNo(publisher)));
        if (!expected.flag("crc_ok")) {
            assertTrue(made.crcOk());
            return;
        }
        assertEquals(first.slice(0, 16), made.encode().get(new BlockNo(1)));
        assertEquals(first.slice(16), made.encode().get(new BlockNo(2)));
        if (second.isPresent() && expected.flag("mad2_crc_ok")) {
            assertEquals(second.get().slice(32), made.encode().get(new BlockNo(66)));
        }
        assertEquals(gpb, made.gpb());
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void emptyDirectoryFitsTheCard(ClassicType type) {
        Mad empty = Mad.empty(type);
        boolean second = type == ClassicType.K2 || type == ClassicType.K4;
        assertEquals(second ? 0xC2 : 0xC1, empty.gpb());
        assertEquals(second ? List.of(1, 2, 64, 65, 66) : List.of(1, 2), blocks(empty));
        assertTrue(empty.crcOk());
        assertTrue(empty.entries().isEmpty());
    }

    private static List<Integer> blocks(Mad mad) {
        return mad.encode().keySet().stream().map(BlockNo::value).toList();
    }

    @Test
    void whatWasAddedCanBeRemoved() {
        Mad empty = Mad.empty(ClassicType.K4);
        SectorNo far = new SectorNo(39);
        Mad added = empty.with(far, MadAid.NDEF);
        assertEquals(
                Bytes.fromHex("03E1"),
                Objects.requireNonNull(added.encode().get(new BlockNo(66))).slice(14));
        assertEquals(empty, added.with(far, MadAid.FREE));
        assertFalse(added.ownSectors().contains(far));
    }

    @Test
    void directoryDoesNotListItself() {
        Mad mad = Mad.empty(ClassicType.K4);
        SectorNo own = new SectorNo(16);
        assertThrows(IllegalArgumentException.class, () -> mad.with(own, MadAid.NDEF));
        assertThrows(IllegalArgumentException.class, () -> mad.with(new SectorNo(0), MadAid.NDEF));
        assertThrows(IllegalArgumentException.class, () -> mad.withPublisher(Optional.of(own)));
        assertThrows(
                IllegalArgumentException.class, () -> Mad.empty(ClassicType.K1).with(new SectorNo(17), MadAid.NDEF));
    }

    @Test
    void cardHolderGoesThereAndBack() {
        CardHolder holder = new CardHolder(List.of(
                CardHolder.Item.of(CardHolder.Kind.SURNAME, "Turing"),
                CardHolder.Item.of(CardHolder.Kind.GIVEN_NAME, "Alan"),
                CardHolder.Item.of(CardHolder.Kind.SEX, "m"),
                CardHolder.Item.of(CardHolder.Kind.OTHER, "")));
        assertEquals(Bytes.fromHex("06547572696E6744416C616E816DC000"), holder.encode());
        assertEquals(holder, CardHolder.decode(holder.encode().plus(Bytes.zeros(3))));
        assertEquals(List.of(), CardHolder.decode(Bytes.fromHex("0654")).items());
    }
}
