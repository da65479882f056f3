package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;

/** What turns one block into another under a key, as CMAC needs it. */
public interface BlockFunction {

    /**
     * The size of a block.
     *
     * @return 8 or 16 bytes
     */
    int blockSize();

    /**
     * Turns a block into another.
     *
     * @param block one block
     * @return one block
     */
    Bytes apply(Bytes block);
}
