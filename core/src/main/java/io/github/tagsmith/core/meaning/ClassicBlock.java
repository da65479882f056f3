package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A block of MIFARE Classic and what the 16 bytes in it are. Source: the project's page on Classic, sections 1 to 3.
 *
 * @param number block number
 */
record ClassicBlock(int number) {

    /** Bytes in a block. */
    static final int LENGTH = 16;

    private static final int SMALL_BLOCKS = 128;
    private static final int SMALL = 4;
    private static final int LARGE = 16;
    private static final int SMALL_SECTORS = 32;

    int sector() {
        return number < SMALL_BLOCKS ? number / SMALL : SMALL_SECTORS + (number - SMALL_BLOCKS) / LARGE;
    }

    static boolean isTrailer(int block) {
        int size = block < SMALL_BLOCKS ? SMALL : LARGE;
        return block % size == size - 1;
    }

    /** Whether the three access bytes of a trailer check: each bit stands there twice, once inverted. */
    static boolean hasAccessBits(Bytes block) {
        int c1 = block.get(7) >> 4;
        int c2 = block.get(8) & 0xF;
        int c3 = block.get(8) >> 4;
        return block.get(6) == ((~c2 & 0xF) << 4 | (~c1 & 0xF)) && (block.get(7) & 0xF) == (~c3 & 0xF);
    }

    private static boolean isValue(Bytes block) {
        Bytes value = block.slice(0, 4);
        int address = block.get(12);
        return value.equals(block.slice(8, 12))
                && value.xor(block.slice(4, 8)).isAll(0xFF)
                && (address ^ block.get(13)) == 0xFF
                && address == block.get(14)
                && (address ^ block.get(15)) == 0xFF;
    }

    /** Where it is, and what is in it where its content is given. */
    String text(Bytes content) {
        String place = "sector " + sector();
        if (isTrailer(number)) {
            return place + " trailer" + (content.length() == LENGTH ? ", access bits " + content.slice(6, 9) : "");
        }
        if (number == 0) {
            return place + ", manufacturer block";
        }
        if (content.length() == LENGTH && isValue(content)) {
            int value = (int) content.slice(0, 4).toUnsignedLittleEndian();
            return place + ", value block: " + value + ", address " + content.get(12);
        }
        return place + (content.length() == LENGTH && content.isAll(0) ? ", empty" : "");
    }
}
