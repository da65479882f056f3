package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Where the two halves of the directory stand and which sectors they list, AN10787 section 3. */
enum MadLayout {
    MAD1(MadPart.MAD1_BLOCK, 1, 15),
    MAD2(MadPart.MAD2_BLOCK, 17, 39);

    static final int MAD2_SECTOR = 16;

    private final int firstBlock;
    private final int firstSector;
    private final int lastSector;

    MadLayout(int firstBlock, int firstSector, int lastSector) {
        this.firstBlock = firstBlock;
        this.firstSector = firstSector;
        this.lastSector = lastSector;
    }

    List<SectorNo> sectors() {
        return IntStream.rangeClosed(firstSector, lastSector)
                .mapToObj(SectorNo::new)
                .toList();
    }

    /** Puts a half into its blocks. */
    void split(Bytes stored, SortedMap<BlockNo, Bytes> blocks) {
        for (int at = 0; at < stored.length(); at += ClassicType.BLOCK_LENGTH) {
            BlockNo block = new BlockNo(firstBlock + at / ClassicType.BLOCK_LENGTH);
            blocks.put(block, stored.slice(at, at + ClassicType.BLOCK_LENGTH));
        }
    }
}
