package io.github.tagsmith.core.bytes;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;

/** An immutable string of bytes. */
public final class Bytes implements Comparable<Bytes> {

    /** The empty string. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /**
     * Copies an array.
     *
     * @param value the bytes
     * @return the same bytes, immutable
     */
    public static Bytes of(byte[] value) {
        return value.length == 0 ? EMPTY : new Bytes(value.clone());
    }

    /**
     * Copies a part of an array.
     *
     * @param value the bytes
     * @param offset index of the first byte taken
     * @param length number of bytes taken
     * @return that part
     */
    public static Bytes of(byte[] value, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, value.length);
        return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(value, offset, offset + length));
    }

    /**
     * Makes a string of the low eight bits of each number.
     *
     * @param values numbers from -128 to 255
     * @return one byte for each
     */
    public static Bytes of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < -128 || values[i] > 255) {
                throw new IllegalArgumentException("not a byte: " + values[i]);
            }
            bytes[i] = (byte) values[i];
        }
        return new Bytes(bytes);
    }

    /**
     * Reads hexadecimal digits; see {@link Hex#parse}.
     *
     * @param hex digits, which may be separated
     * @return the bytes
     * @throws HexFormatException if a character is no digit, or a digit is missing
     */
    public static Bytes fromHex(String hex) {
        return Hex.parse(hex);
    }

    /**
     * A run of one value.
     *
     * @param length number of bytes
     * @param value the value of each, 0 to 255
     * @return that run
     */
    public static Bytes repeat(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return new Bytes(bytes);
    }

    /**
     * A run of zero bytes.
     *
     * @param length number of bytes
     * @return that run
     */
    public static Bytes zeros(int length) {
        return new Bytes(new byte[length]);
    }

    /**
     * An unsigned number, most significant byte first.
     *
     * @param value the number
     * @param width number of bytes, 0 to 8
     * @return its lowest {@code width} bytes
     */
    public static Bytes bigEndian(long value, int width) {
        if (width < 0 || width > Long.BYTES) {
            throw new IllegalArgumentException("a number of " + width + " bytes");
        }
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[width - 1 - i] = (byte) (value >>> (8 * i));
        }
        return new Bytes(bytes);
    }

    /**
     * An unsigned number, least significant byte first.
     *
     * @param value the number
     * @param width number of bytes, 0 to 8
     * @return its lowest {@code width} bytes
     */
    public static Bytes littleEndian(long value, int width) {
        return bigEndian(value, width).reversed();
    }

    /**
     * Joins strings.
     *
     * @param parts the strings, in order
     * @return all of them in one
     */
    public static Bytes concat(Bytes... parts) {
        int length = 0;
        for (Bytes part : parts) {
            length += part.length();
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.value, 0, joined, at, part.value.length);
            at += part.value.length;
        }
        return new Bytes(joined);
    }

    /**
     * How many bytes there are.
     *
     * @return the length in bytes
     */
    public int length() {
        return value.length;
    }

    /**
     * Whether there are none.
     *
     * @return true if the length is 0
     */
    public boolean isEmpty() {
        return value.length == 0;
    }

    /**
     * One byte, unsigned.
     *
     * @param index its index, from 0
     * @return 0 to 255
     */
    public int get(int index) {
        return value[index] & 0xFF;
    }

    /**
     * A part from an index to the end.
     *
     * @param from index of the first byte taken
     * @return the rest
     */
    public Bytes slice(int from) {
        return slice(from, value.length);
    }

    /**
     * A part between two indices.
     *
     * @param from index of the first byte taken
     * @param to index after the last byte taken
     * @return that part
     */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, value.length);
        return from == 0 && to == value.length ? this : of(value, from, to - from);
    }

    /**
     * Another string behind this one.
     *
     * @param tail what follows
     * @return both
     */
    public Bytes plus(Bytes tail) {
        return isEmpty() ? tail : tail.isEmpty() ? this : concat(this, tail);
    }

    /**
     * The same string with a part replaced.
     *
     * @param offset where the replacement begins
     * @param replacement what stands there afterwards
     * @return a string of the same length
     */
    public Bytes with(int offset, Bytes replacement) {
        Objects.checkFromIndexSize(offset, replacement.length(), value.length);
        byte[] changed = value.clone();
        System.arraycopy(replacement.value, 0, changed, offset, replacement.value.length);
        return new Bytes(changed);
    }

    /**
     * The bytes in the opposite order.
     *
     * @return the reversed string
     */
    public Bytes reversed() {
        byte[] turned = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            turned[i] = value[value.length - 1 - i];
        }
        return new Bytes(turned);
    }

    /**
     * The exclusive or of two strings of the same length.
     *
     * @param other the other one
     * @return byte by byte {@code this ^ other}
     */
    public Bytes xor(Bytes other) {
        if (other.length() != length()) {
            throw new IllegalArgumentException(length() + " bytes xor " + other.length());
        }
        byte[] mixed = value.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= other.value[i];
        }
        return new Bytes(mixed);
    }

    /**
     * The exclusive or of all bytes.
     *
     * @return 0 to 255
     */
    public int xorSum() {
        int sum = 0;
        for (byte b : value) {
            sum ^= b;
        }
        return sum & 0xFF;
    }

    /**
     * Reads the whole string as an unsigned number, most significant byte first.
     *
     * @return the number; strings over 8 bytes are refused
     */
    public long toUnsignedBigEndian() {
        if (value.length > 8) {
            throw new IllegalArgumentException(value.length + " bytes do not fit a number of 8");
        }
        long number = 0;
        for (byte b : value) {
            number = number << 8 | (b & 0xFF);
        }
        return number;
    }

    /**
     * Reads the whole string as an unsigned number, least significant byte first.
     *
     * @return the number; strings over 8 bytes are refused
     */
    public long toUnsignedLittleEndian() {
        return reversed().toUnsignedBigEndian();
    }

    /**
     * Whether this string begins with another.
     *
     * @param prefix the other one
     * @return true if it does
     */
    public boolean startsWith(Bytes prefix) {
        return value.length >= prefix.value.length
                && Arrays.equals(value, 0, prefix.value.length, prefix.value, 0, prefix.value.length);
    }

    /**
     * Whether every byte has one value.
     *
     * @param wanted the value, 0 to 255
     * @return true if so; also for the empty string
     */
    public boolean isAll(int wanted) {
        for (byte b : value) {
            if ((b & 0xFF) != wanted) {
                return false;
            }
        }
        return true;
    }

    /**
     * A copy as an array.
     *
     * @return a new array
     */
    public byte[] toArray() {
        return value.clone();
    }

    /**
     * Copies all bytes into an array.
     *
     * @param target where to
     * @param offset index of the first byte written
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, value.length);
    }

    /**
     * Decodes the bytes as text.
     *
     * @param charset the encoding
     * @return the text, malformed input replaced
     */
    public String toText(Charset charset) {
        return new String(value, charset);
    }

    /**
     * Upper-case hexadecimal digits without separators.
     *
     * @return two digits a byte
     */
    public String toHex() {
        return Hex.format(this);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
