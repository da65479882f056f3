package io.github.tagsmith.classic.model;

import org.jspecify.annotations.Nullable;

/**
 * The number of a block, counted through the whole card.
 *
 * @param value 0 to 255
 */
public record BlockNo(int value) implements Comparable<BlockNo> {

    private static final int FIRST_LARGE = 128;

    /**
     * Checks the range.
     *
     * @param value 0 to 255
     */
    public BlockNo {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("block " + value + ", must be 0 to 255");
        }
    }

    /**
     * The sector it is in.
     *
     * @return that sector
     */
    public SectorNo sector() {
        return new SectorNo(value < FIRST_LARGE ? value / 4 : 32 + (value - FIRST_LARGE) / 16);
    }

    /**
     * Whether it is its sector's trailer.
     *
     * @return true if so
     */
    public boolean isTrailer() {
        return equals(sector().trailer());
    }

    /**
     * Which of the four access conditions is its own: one for each block in small sectors, one for five data blocks in large
     * ones.
     *
     * @return 0 to 3, 3 for the trailer
     */
    public int accessGroup() {
        int inSector = value - sector().firstBlock().value();
        return value < FIRST_LARGE ? inSector : inSector / 5;
    }

    /** Written out: what the compiler puts into a record costs a dozen generated classes when it is used first. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlockNo that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public int compareTo(BlockNo other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
