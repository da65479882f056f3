package io.github.tagsmith.core.apdu;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;

/**
 * A command APDU of ISO/IEC 7816-4 section 5.1 (2005 edition).
 *
 * <pre>
 * case 1   CLA INS P1 P2
 * case 2   CLA INS P1 P2 Le             Le: 1 byte, or 00 hi lo
 * case 3   CLA INS P1 P2 Lc data        Lc: 1 byte, or 00 hi lo
 * case 4   CLA INS P1 P2 Lc data Le     Le: 1 byte, or hi lo after an extended Lc
 * </pre>
 *
 * @param cla class byte, 0 to 255
 * @param ins instruction byte, 0 to 255
 * @param p1 first parameter, 0 to 255
 * @param p2 second parameter, 0 to 255
 * @param data command data, 0 to 65535 bytes
 * @param ne number of answer bytes expected at the most, 0 (no Le) to 65536
 * @param extended whether the length fields have the extended form
 */
public record CommandApdu(int cla, int ins, int p1, int p2, Bytes data, int ne, boolean extended) {

    /** The longest data of a short command, in bytes. */
    public static final int MAX_SHORT_DATA = 255;

    /** The longest answer a short command can ask for, in bytes; written as Le 00. */
    public static final int MAX_SHORT_NE = 256;

    /** The longest answer an extended command can ask for, in bytes; written as Le 0000. */
    public static final int MAX_EXTENDED_NE = 65536;

    /**
     * Checks every field.
     *
     * @param cla class byte, 0 to 255
     * @param ins instruction byte, 0 to 255
     * @param p1 first parameter, 0 to 255
     * @param p2 second parameter, 0 to 255
     * @param data command data, 0 to 65535 bytes
     * @param ne number of answer bytes expected at the most, 0 (no Le) to 65536
     * @param extended whether the length fields have the extended form
     */
    public CommandApdu {
        requireByte("CLA", cla);
        requireByte("INS", ins);
        requireByte("P1", p1);
        requireByte("P2", p2);
        int maxData = extended ? 65535 : MAX_SHORT_DATA;
        int maxNe = extended ? MAX_EXTENDED_NE : MAX_SHORT_NE;
        if (data.length() > maxData) {
            throw new IllegalArgumentException("command data of " + data.length() + " bytes, most " + maxData);
        }
        if (ne < 0 || ne > maxNe) {
            throw new IllegalArgumentException("Ne " + ne + ", must be 0 to " + maxNe);
        }
    }

    private static void requireByte(String name, int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException(name + " is not a byte: " + value);
        }
    }

    /**
     * A short command of case 1: no data, no answer data.
     *
     * @param cla class byte
     * @param ins instruction byte
     * @param p1 first parameter
     * @param p2 second parameter
     * @return the command
     */
    public static CommandApdu of(int cla, int ins, int p1, int p2) {
        return new CommandApdu(cla, ins, p1, p2, Bytes.EMPTY, 0, false);
    }

    /**
     * The same header with data; extended where the data asks for it.
     *
     * @param newData command data, 0 to 65535 bytes
     * @return a command of case 3 or 4
     */
    public CommandApdu withData(Bytes newData) {
        return new CommandApdu(cla, ins, p1, p2, newData, ne, extended || newData.length() > MAX_SHORT_DATA);
    }

    /**
     * The same command with an expected answer length; extended where the length asks for it.
     *
     * @param newNe number of answer bytes expected at the most, 0 to 65536
     * @return a command of case 2 or 4, or without Le if 0
     */
    public CommandApdu withNe(int newNe) {
        return new CommandApdu(cla, ins, p1, p2, data, newNe, extended || newNe > MAX_SHORT_NE);
    }

    /**
     * Reads an encoded command. {@link #bytes} gives the same bytes back.
     *
     * @param bytes 4 to 65544 bytes
     * @return the command
     * @throws NfcException if the lengths in it do not fit its size
     */
    public static CommandApdu parse(Bytes bytes) throws NfcException {
        if (bytes.length() < 4) {
            throw malformed(bytes, "a command APDU has at least 4 bytes");
        }
        Bytes body = bytes.slice(4);
        if (body.isEmpty()) {
            return of(bytes, Bytes.EMPTY, 0, false);
        }
        if (body.length() == 1) {
            return of(bytes, Bytes.EMPTY, orMaximum(body.get(0), MAX_SHORT_NE), false);
        }
        return body.get(0) == 0 && body.length() >= 3 ? parseExtended(bytes, body) : parseShort(bytes, body);
    }

    private static CommandApdu parseShort(Bytes bytes, Bytes body) throws NfcException {
        int lc = body.get(0);
        if (lc != 0 && body.length() == 1 + lc) {
            return of(bytes, body.slice(1), 0, false);
        }
        if (lc != 0 && body.length() == 2 + lc) {
            return of(bytes, body.slice(1, 1 + lc), orMaximum(body.get(1 + lc), MAX_SHORT_NE), false);
        }
        throw malformed(
                bytes,
                "Lc at offset 4 says " + lc + " data bytes, " + (body.length() - 1)
                        + " bytes follow (with Le one more than Lc is right)");
    }

    private static CommandApdu parseExtended(Bytes bytes, Bytes body) throws NfcException {
        int length = body.get(1) << 8 | body.get(2);
        if (body.length() == 3) {
            return of(bytes, Bytes.EMPTY, orMaximum(length, MAX_EXTENDED_NE), true);
        }
        if (length != 0 && body.length() == 3 + length) {
            return of(bytes, body.slice(3), 0, true);
        }
        if (length != 0 && body.length() == 5 + length) {
            int le = body.get(3 + length) << 8 | body.get(4 + length);
            return of(bytes, body.slice(3, 3 + length), orMaximum(le, MAX_EXTENDED_NE), true);
        }
        throw malformed(
                bytes,
                "extended Lc at offset 4 says " + length + " data bytes, " + (body.length() - 3)
                        + " bytes follow (with Le two more than Lc is right)");
    }

    private static CommandApdu of(Bytes header, Bytes data, int ne, boolean extended) {
        return new CommandApdu(header.get(0), header.get(1), header.get(2), header.get(3), data, ne, extended);
    }

    private static int orMaximum(int le, int maximum) {
        return le == 0 ? maximum : le;
    }

    private static NfcException malformed(Bytes bytes, String why) {
        return NfcException.malformed("not a command APDU (" + bytes.length() + " bytes): " + why);
    }

    /**
     * The command as it is sent.
     *
     * @return 4 to 65544 bytes
     */
    public Bytes bytes() {
        Bytes lc = data.isEmpty() ? Bytes.EMPTY : extended ? extendedLength(data.length()) : Bytes.of(data.length());
        Bytes le = ne == 0 ? Bytes.EMPTY : !extended ? Bytes.of(ne & 0xFF) : extendedLe();
        return Bytes.concat(Bytes.of(cla, ins, p1, p2), lc, data, le);
    }

    private Bytes extendedLe() {
        return data.isEmpty() ? extendedLength(ne & 0xFFFF) : Bytes.bigEndian(ne & 0xFFFF, 2);
    }

    private static Bytes extendedLength(int length) {
        return Bytes.bigEndian(length, 3);
    }

    /** The header in hexadecimal and the lengths; not the data, which may hold a key. */
    @Override
    public String toString() {
        return Hex.ofByte(cla) + Hex.ofByte(ins) + Hex.ofByte(p1) + Hex.ofByte(p2) + " Nc=" + data.length() + " Ne="
                + ne;
    }
}
