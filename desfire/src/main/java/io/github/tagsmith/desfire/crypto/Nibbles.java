package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * A string of half bytes, the input of LRP; also read as a number, most significant nibble first.
 *
 * @param values one nibble a byte, each 0 to 15
 */
public record Nibbles(Bytes values) {

    /**
     * Checks every nibble.
     *
     * @param values one nibble a byte, each 0 to 15
     */
    public Nibbles {
        for (int i = 0; i < values.length(); i++) {
            if (values.get(i) > 15) {
                throw new IllegalArgumentException("not a nibble: " + values.get(i));
            }
        }
    }

    /**
     * The nibbles of bytes, the upper one of each byte first.
     *
     * @param bytes any length
     * @return twice as many nibbles
     */
    public static Nibbles of(Bytes bytes) {
        byte[] halves = new byte[2 * bytes.length()];
        for (int i = 0; i < bytes.length(); i++) {
            halves[2 * i] = (byte) (bytes.get(i) >>> 4);
            halves[2 * i + 1] = (byte) (bytes.get(i) & 0x0F);
        }
        return new Nibbles(Bytes.of(halves));
    }

    /**
     * How many nibbles there are.
     *
     * @return their number
     */
    public int length() {
        return values.length();
    }

    /**
     * One nibble.
     *
     * @param index its index, from 0
     * @return 0 to 15
     */
    public int get(int index) {
        return values.get(index);
    }

    /**
     * The number one higher, of the same length; after the highest comes zero.
     *
     * @return that number
     */
    public Nibbles next() {
        byte[] counted = values.toArray();
        for (int i = counted.length - 1; i >= 0; i--) {
            counted[i] = (byte) ((counted[i] + 1) & 0x0F);
            if (counted[i] != 0) {
                break;
            }
        }
        return new Nibbles(Bytes.of(counted));
    }
}
