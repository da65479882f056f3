package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;

/** A value block, MF1S50yyX data sheet section 8.6.2.1: the number three times, the address four times, with complements. */
final class ValueLayout {

    private static final int WIDTH = 4;

    private ValueLayout() {}

    static Bytes encode(int value, int address) {
        Bytes number = Bytes.littleEndian(value, WIDTH);
        Bytes pair = Bytes.of(address & 0xFF, ~address & 0xFF);
        return Bytes.concat(number, number.xor(Bytes.repeat(WIDTH, 0xFF)), number, pair, pair);
    }

    static int decode(Bytes block, int number) throws NfcException {
        int value = (int) block.slice(0, WIDTH).toUnsignedLittleEndian();
        if (!encode(value, block.get(3 * WIDTH)).equals(block)) {
            throw NfcException.protocol("block " + number + " is no value block");
        }
        return value;
    }
}
