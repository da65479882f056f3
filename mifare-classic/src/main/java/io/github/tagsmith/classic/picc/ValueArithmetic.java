package io.github.tagsmith.classic.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.StoragePicc.ValueOperation;
import java.util.Optional;

/**
 * The card's own reading of value blocks: three copies of a signed number, the middle one inverted, then four copies of the
 * address, every second inverted.
 */
final class ValueArithmetic {

    private static final int WIDTH = 4;
    private static final int ADDRESS = 12;

    private ValueArithmetic() {}

    /** The block itself, if its copies agree. */
    static Optional<Bytes> checked(Bytes block) {
        Bytes value = block.slice(0, WIDTH);
        boolean values = block.slice(2 * WIDTH, ADDRESS).equals(value)
                && block.slice(WIDTH, 2 * WIDTH).xor(value).isAll(0xFF);
        int address = block.get(ADDRESS);
        Bytes pair = Bytes.of(address, address ^ 0xFF);
        return values && block.slice(ADDRESS).equals(pair.plus(pair)) ? Optional.of(block) : Optional.empty();
    }

    /** What lands in the transfer buffer; numbers wrap at 32 bits. The address bytes stay. */
    static Bytes apply(ValueOperation operation, Bytes block, Bytes operand) {
        int value = (int) block.slice(0, WIDTH).toUnsignedLittleEndian();
        int by = (int) operand.toUnsignedLittleEndian();
        int result = switch (operation) {
            case INCREMENT -> value + by;
            case DECREMENT -> value - by;
            case RESTORE -> value;
        };
        Bytes stored = Bytes.littleEndian(result, WIDTH);
        Bytes inverted = stored.xor(Bytes.repeat(WIDTH, 0xFF));
        return Bytes.concat(stored, inverted, stored, block.slice(ADDRESS));
    }
}
