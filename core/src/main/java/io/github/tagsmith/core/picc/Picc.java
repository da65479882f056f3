package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;

/** A software card, as a reader finds it in the field. */
public sealed interface Picc permits ApduPicc, StoragePicc {

    /**
     * Its unique identifier.
     *
     * @return 4, 7 or 10 bytes
     */
    Bytes uid();

    /** The field comes on, or comes on again: everything that is not stored is forgotten. */
    void reset();
}
