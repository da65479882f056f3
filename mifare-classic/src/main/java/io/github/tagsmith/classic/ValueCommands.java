package io.github.tagsmith.classic;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.core.error.NfcException;

/** Value operations of the card itself, on the sector that is open. */
public interface ValueCommands {

    /**
     * Adds to a value and stores the result in the same block.
     *
     * @param block the value block
     * @param amount 0 or more
     * @return whether the card did it; if not, the sector is closed
     * @throws NfcException if the card is gone
     */
    boolean increment(BlockNo block, int amount) throws NfcException;

    /**
     * Subtracts from a value and stores the result in the same block.
     *
     * @param block the value block
     * @param amount 0 or more
     * @return whether the card did it; if not, the sector is closed
     * @throws NfcException if the card is gone
     */
    boolean decrement(BlockNo block, int amount) throws NfcException;

    /**
     * Copies a value into another block of the same sector.
     *
     * @param from the value block
     * @param to where it goes
     * @return whether the card did it; if not, the sector is closed
     * @throws NfcException if the card is gone
     */
    boolean transfer(BlockNo from, BlockNo to) throws NfcException;
}
