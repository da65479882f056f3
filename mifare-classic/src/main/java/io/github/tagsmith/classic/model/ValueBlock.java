package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * A value block, MF1S50yyX data sheet section 8.6.2.1.
 *
 * <pre>
 * value(4) ~value(4) value(4) addr ~addr addr ~addr        value least significant byte first
 * </pre>
 *
 * @param value signed 32 bits
 * @param address free for the user, usually the block of the backup; 0 to 255
 */
public record ValueBlock(int value, int address) {

    /**
     * Checks the address.
     *
     * @param value signed 32 bits
     * @param address 0 to 255
     */
    public ValueBlock {
        if (address < 0 || address > 255) {
            throw new IllegalArgumentException("address is not a byte: " + address);
        }
    }

    /**
     * Recognises a value block.
     *
     * @param block 16 bytes
     * @return value and address, if all copies and complements agree
     */
    public static Optional<ValueBlock> decode(Bytes block) {
        if (block.length() != ClassicType.BLOCK_LENGTH) {
            throw new IllegalArgumentException("block of " + block.length() + " bytes");
        }
        ValueBlock read = new ValueBlock((int) block.slice(0, 4).toUnsignedLittleEndian(), block.get(12));
        return read.encode().equals(block) ? Optional.of(read) : Optional.empty();
    }

    /**
     * The block.
     *
     * @return 16 bytes
     */
    public Bytes encode() {
        Bytes plain = Bytes.littleEndian(value, 4);
        Bytes inverted = Bytes.littleEndian(~value, 4);
        int complement = ~address & 0xFF;
        return Bytes.concat(plain, inverted, plain, Bytes.of(address, complement, address, complement));
    }
}
