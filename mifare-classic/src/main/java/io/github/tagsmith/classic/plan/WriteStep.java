package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;

/**
 * One write. It does not show its key, nor its data, which may hold keys.
 *
 * @param kind what is written
 * @param block where
 * @param keyType which of the sector's present keys opens it
 * @param key that key
 * @param data the 16 bytes of the block afterwards
 * @param operand by how much a value is changed, or the block that it is copied from; 0 for every other kind
 */
public record WriteStep(Kind kind, BlockNo block, KeyType keyType, ClassicKey key, Bytes data, int operand) {

    /** What is written. */
    public enum Kind {
        /** A data block. */
        DATA,
        /** A value, by an increment in the card. */
        INCREMENT,
        /** A value, by a decrement in the card: also where it may not be written. */
        DECREMENT,
        /** A value, by a copy in the card from another block of the sector. */
        COPY,
        /** A trailer, on the way: it opens the sector for its data. */
        OPEN,
        /** Block 0. */
        MANUFACTURER,
        /** A trailer. */
        TRAILER
    }

    @Override
    public String toString() {
        return kind + " block " + block + " with key " + keyType;
    }
}
