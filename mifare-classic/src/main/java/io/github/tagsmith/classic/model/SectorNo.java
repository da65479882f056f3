package io.github.tagsmith.classic.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of a sector.
 *
 * @param value 0 to 39
 */
public record SectorNo(int value) implements Comparable<SectorNo> {

    private static final int SMALL_SECTORS = 32;
    private static final int SMALL_BLOCKS = 4;
    private static final int LARGE_BLOCKS = 16;

    /**
     * Checks the range.
     *
     * @param value 0 to 39
     */
    public SectorNo {
        if (value < 0 || value > 39) {
            throw new IllegalArgumentException("sector " + value + ", must be 0 to 39");
        }
    }

    /**
     * Its first block.
     *
     * @return the block
     */
    public BlockNo firstBlock() {
        return new BlockNo(
                value < SMALL_SECTORS
                        ? value * SMALL_BLOCKS
                        : SMALL_SECTORS * SMALL_BLOCKS + (value - SMALL_SECTORS) * LARGE_BLOCKS);
    }

    /**
     * How many blocks it has, the trailer included.
     *
     * @return 4 or 16
     */
    public int blockCount() {
        return value < SMALL_SECTORS ? SMALL_BLOCKS : LARGE_BLOCKS;
    }

    /**
     * Its last block, which holds keys and access bits.
     *
     * @return the block
     */
    public BlockNo trailer() {
        return new BlockNo(firstBlock().value() + blockCount() - 1);
    }

    /**
     * All its blocks, the trailer last.
     *
     * @return in ascending order
     */
    public List<BlockNo> blocks() {
        List<BlockNo> blocks = new ArrayList<>();
        for (int number = firstBlock().value(); number <= trailer().value(); number++) {
            blocks.add(new BlockNo(number));
        }
        return List.copyOf(blocks);
    }

    /**
     * Its blocks without the trailer.
     *
     * @return in ascending order
     */
    public List<BlockNo> dataBlocks() {
        List<BlockNo> blocks = blocks();
        return blocks.subList(0, blocks.size() - 1);
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SectorNo that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public int compareTo(SectorNo other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
