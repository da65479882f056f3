package io.github.tagsmith.classic.crypto1;

/** A square of 64 x 64 bits. */
final class BitMatrix {

    /** Its number of rows, and of columns. */
    static final int SIZE = 64;

    private BitMatrix() {}

    /** Turns rows into columns in six steps: quarters of 32 x 32 change places, then those of each quarter, and so on. */
    static void transpose(long[] rows) {
        long mask = 0x0000_0000_FFFF_FFFFL;
        for (int width = SIZE / 2; width > 0; width >>= 1) {
            for (int block = 0; block < SIZE; block += 2 * width) {
                for (int row = block; row < block + width; row++) {
                    long moved = (rows[row] >>> width ^ rows[row + width]) & mask;
                    rows[row + width] ^= moved;
                    rows[row] ^= moved << width;
                }
            }
            mask ^= mask << (width >> 1);
        }
    }
}
