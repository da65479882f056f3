package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * A software card with blocks, keys and access conditions and without APDUs: the commands are those a reader chip sends
 * after anticollision. A card that has refused one is halted until the next {@link #reset}.
 */
public non-sealed interface StoragePicc extends Picc {

    /**
     * Its answer to request.
     *
     * @return ATQA, most significant byte first, 2 bytes
     */
    int atqa();

    /**
     * Its select acknowledge.
     *
     * @return SAK, 1 byte
     */
    int sak();

    /**
     * The card name a reader puts into the ATR, PC/SC part 3 supplement.
     *
     * @return 0000 to FFFF
     */
    int storageCardName();

    /**
     * Authenticates for the sector of a block.
     *
     * @param block block number
     * @param type which of the two keys
     * @param key 6 bytes
     * @return {@link StorageAnswer#ack} or {@link StorageAnswer#silent}
     */
    StorageAnswer authenticate(int block, KeyType type, Bytes key);

    /**
     * Reads a block.
     *
     * @param block block number
     * @return 16 bytes, or a refusal
     */
    StorageAnswer read(int block);

    /**
     * Writes a block.
     *
     * @param block block number
     * @param data 16 bytes
     * @return {@link StorageAnswer#ack}, or a refusal
     */
    StorageAnswer write(int block, Bytes data);

    /**
     * Loads a value block, changed or not, into the transfer buffer.
     *
     * @param operation what is done to the value
     * @param block block number
     * @param operand 4 bytes, least significant first; without meaning for restore
     * @return {@link StorageAnswer#ack}, or a refusal
     */
    StorageAnswer load(ValueOperation operation, int block, Bytes operand);

    /**
     * Writes the transfer buffer.
     *
     * @param block block number, of the sector authenticated for now; that may be another than the value was loaded in
     * @return {@link StorageAnswer#ack}, or a refusal
     */
    StorageAnswer transfer(int block);

    /**
     * The same card, selected anew, at the level of frames.
     *
     * @param random 32 random bits at a time, for nonces
     * @return the card on the air, if its air interface is there
     */
    default Optional<AirPicc> onAir(IntSupplier random) {
        return Optional.empty();
    }

    /** What happens to a value on its way into the transfer buffer. */
    enum ValueOperation {
        /** The operand is added; command C1. */
        INCREMENT,
        /** The operand is taken off; command C0. */
        DECREMENT,
        /** It stays as it is; command C2. */
        RESTORE
    }
}
