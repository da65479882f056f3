package io.github.tagsmith.desfire.picc.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;

/**
 * The random numbers of a first read; the reads of the same file that follow without another command between them take them
 * again.
 *
 * @param piccRand where LRP starts counting, 8 bytes
 * @param padding fills the block of UID and counter up, 15 bytes of which the first are taken
 */
public record SdmRandom(Bytes piccRand, Bytes padding) {

    private static final int PICC_RAND_LENGTH = 8;
    private static final int PADDING_LENGTH = SdmKeys.BLOCK_SIZE - 1;

    /**
     * Draws them.
     *
     * @param source where from
     * @return fresh ones
     */
    public static SdmRandom of(RandomSource source) {
        return new SdmRandom(source.next(PICC_RAND_LENGTH), source.next(PADDING_LENGTH));
    }

    /** A whole block. */
    Bytes fill(Bytes clear) {
        return clear.plus(padding.slice(0, SdmKeys.BLOCK_SIZE - clear.length()));
    }
}
