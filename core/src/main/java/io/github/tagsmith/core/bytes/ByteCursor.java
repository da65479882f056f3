package io.github.tagsmith.core.bytes;

import io.github.tagsmith.core.error.NfcException;

/** Reads a byte string from front to back; running over its end is an error that names the offset. */
public final class ByteCursor {

    private final Bytes bytes;
    private final String what;
    private int offset;

    /**
     * Starts at the first byte.
     *
     * @param bytes what is read
     * @param what its name in an error message
     */
    public ByteCursor(Bytes bytes, String what) {
        this.bytes = bytes;
        this.what = what;
    }

    /**
     * Where the next byte is taken from.
     *
     * @return the offset from the start, in bytes
     */
    public int offset() {
        return offset;
    }

    /**
     * How much is left.
     *
     * @return the number of bytes not yet read
     */
    public int remaining() {
        return bytes.length() - offset;
    }

    /**
     * Takes one byte.
     *
     * @return its value, 0 to 255
     * @throws NfcException if none is left
     */
    public int take() throws NfcException {
        return take(1).get(0);
    }

    /**
     * Takes several bytes.
     *
     * @param count how many
     * @return those bytes
     * @throws NfcException if fewer are left
     */
    public Bytes take(int count) throws NfcException {
        if (count > remaining()) {
            throw NfcException.malformed(
                    what + " ends at offset " + bytes.length() + ": " + count + " bytes wanted at offset " + offset);
        }
        Bytes taken = bytes.slice(offset, offset + count);
        offset += count;
        return taken;
    }

    /**
     * Takes an unsigned number, most significant byte first.
     *
     * @param width its width in bytes, 1 to 7
     * @return its value
     * @throws NfcException if fewer bytes are left
     */
    public long takeBigEndian(int width) throws NfcException {
        return take(width).toUnsignedBigEndian();
    }

    /**
     * Takes all that is left.
     *
     * @return the rest, possibly empty
     */
    public Bytes takeRest() {
        Bytes rest = bytes.slice(offset);
        offset = bytes.length();
        return rest;
    }
}
