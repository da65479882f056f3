package io.github.tagsmith.desfire.picc.memory;

/**
 * Memory as the card counts it: in blocks of 32 bytes. What a file of a certain size takes is stated in the data sheet of the
 * first DESFire (M075031: rounded up to 32 bytes, twice for what has a backup); what an application takes for itself is not
 * published, so the rule here is ours: one block, and its keys.
 */
public final class Blocks {

    /** The size of a block, in bytes. */
    public static final int SIZE = 32;

    private Blocks() {}

    /**
     * How many blocks some bytes take.
     *
     * @param bytes how many
     * @return blocks, rounded up
     */
    public static int of(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + SIZE - 1) / SIZE);
    }
}
