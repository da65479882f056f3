package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, sectors and blocks, after the data sheets' memory maps (reference: classic.md section 1). */
class GeometryTest {

    @ParameterizedTest
    @CsvSource({
        "MINI, mini, 320, 5, 20, 0004, 0044, 09",
        "K1, 1k, 1024, 16, 64, 0004, 0044, 08",
        "K1_EV1_HIDDEN, 1k-ev1-hidden, 1152, 18, 72, 0004, 0044, 08",
        "K2, 2k, 2048, 32, 128, 0004, 0044, 08",
        "K4, 4k, 4096, 40, 256, 0002, 0042, 18",
    })
    void typesHaveTheirSizes(
            ClassicType type, String id, int size, int sectors, int blocks, String atqa4, String atqa7, String sak) {
        assertEquals(Optional.of(type), ClassicType.ofId(id));
        assertEquals(Optional.of(type), ClassicType.ofSize(size));
        assertEquals(size, type.size());
        assertEquals(sectors, type.sectors().size());
        assertEquals(blocks, type.blockCount());
        assertEquals(Integer.parseInt(atqa4, 16), type.atqa(4));
        assertEquals(Integer.parseInt(atqa7, 16), type.atqa(7));
        assertEquals(Integer.parseInt(sak, 16), type.sak());
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void sectorsCoverEveryBlockOnceAndInOrder(ClassicType type) {
        List<Integer> blocks = new ArrayList<>();
        for (SectorNo sector : type.sectors()) {
            assertEquals(sector.blockCount(), sector.blocks().size());
            assertTrue(sector.blocks().stream().allMatch(block -> block.sector().equals(sector)));
            assertTrue(sector.dataBlocks().stream().noneMatch(BlockNo::isTrailer));
            assertTrue(sector.trailer().isTrailer());
            sector.blocks().forEach(block -> blocks.add(block.value()));
        }
        for (int block = 0; block < type.blockCount(); block++) {
            assertEquals(block, blocks.get(block));
        }
        assertEquals(type.blockCount(), blocks.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 319, 321, 1023, 4095, 8192})
    void noTypeHasAnotherSize(int size) {
        assertEquals(Optional.empty(), ClassicType.ofSize(size));
    }

    @Test
    void numbersStayInRange() {
        assertThrows(IllegalArgumentException.class, () -> new BlockNo(256));
        assertThrows(IllegalArgumentException.class, () -> new BlockNo(-1));
        assertThrows(IllegalArgumentException.class, () -> new SectorNo(40));
        assertThrows(IllegalArgumentException.class, () -> new SectorNo(-1));
        assertTrue(new SectorNo(2).compareTo(new SectorNo(10)) < 0);
        assertTrue(new BlockNo(2).compareTo(new BlockNo(10)) < 0);
    }

    @Test
    void keysDoNotShowThemselves() {
        ClassicKey key = ClassicKey.of("A1B2C3D4E5F6");
        Bytes trailer = SectorTrailer.of(key, SectorTrailer.DELIVERY_ACCESS, ClassicKey.DELIVERY);
        assertEquals("A1B2C3D4E5F6FF078069FFFFFFFFFFFF", trailer.toHex());
        for (String shown : List.of(key.toString(), BlockContent.of(trailer).toString())) {
            assertEquals(-1, shown.toUpperCase(java.util.Locale.ROOT).indexOf("A1B2"), shown);
        }
        assertEquals(key, ClassicKey.of("a1 b2 c3 d4 e5 f6"));
        assertThrows(IllegalArgumentException.class, () -> ClassicKey.of("A1B2C3D4E5"));
        assertThrows(IllegalArgumentException.class, () -> SectorTrailer.of(key, Bytes.zeros(3), ClassicKey.DELIVERY));
        assertTrue(KeyHolders.AB.include(KeyType.B));
    }
}
