package io.github.tagsmith.desfire.picc.memory;

/**
 * The slot of the card that a delegated application sits in.
 *
 * @param slot its number, 0 to FFFF
 * @param version its version, 0 to FF
 * @param quota how many blocks the application may take
 * @param used how many it took
 */
public record Delegation(int slot, int version, int quota, int used) {

    /**
     * What the quota leaves.
     *
     * @return blocks of 32 bytes
     */
    public int free() {
        return quota - used;
    }
}
