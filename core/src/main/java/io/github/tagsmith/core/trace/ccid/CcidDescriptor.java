package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;

/**
 * The CCID class descriptor (CCID 1.1 section 5.1), 54 bytes after the interface descriptor.
 *
 * <pre>
 * 00 length 36   01 type 21   02 u16 bcdCCID   04 bMaxSlotIndex   05 bVoltageSupport   06 u32 dwProtocols
 * 0A u32 default, 0E u32 maximum clock in kHz   13 u32 default, 17 u32 maximum data rate   1C u32 dwMaxIFSD
 * 28 u32 dwFeatures   2C u32 dwMaxCCIDMessageLength   32 u16 wLcdLayout   34 bPINSupport   35 bMaxCCIDBusySlots
 * </pre>
 *
 * @param bytes all of it
 */
public record CcidDescriptor(Bytes bytes) {

    static final int LENGTH = 0x36;

    /** What a reader exchanges with the host (CCID 1.1 table 5.1-1, dwFeatures bits 16 to 18). */
    public enum Level {
        /** Single characters. */
        CHARACTER("character"),
        /** TPDUs of T=0 or T=1. */
        TPDU("tpdu"),
        /** Short APDUs. */
        SHORT_APDU("short-apdu"),
        /** Short and extended APDUs. */
        EXTENDED_APDU("short-and-extended-apdu"),
        /** A combination that the specification does not have. */
        UNKNOWN("unknown");

        private final String id;

        Level(String id) {
            this.id = id;
        }

        /**
         * Its name for scripts.
         *
         * @return words joined by hyphens
         */
        public String id() {
            return id;
        }
    }

    /**
     * Checks the length.
     *
     * @param bytes all of it
     */
    public CcidDescriptor {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("a CCID descriptor of " + bytes.length() + " bytes");
        }
    }

    /**
     * A number in it.
     *
     * @param offset where, in bytes
     * @param width how many bytes, 1 to 4
     * @return the number, unsigned
     */
    public long number(int offset, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = (value << 8) | bytes.get(offset + i);
        }
        return value;
    }

    /**
     * The version of the specification.
     *
     * @return for instance 1.10
     */
    public String version() {
        return String.format("%X.%02X", bytes.get(3), bytes.get(2));
    }

    /**
     * How many slots there are.
     *
     * @return 1 to 256
     */
    public int slots() {
        return bytes.get(4) + 1;
    }

    /**
     * Whether the reader speaks a transmission protocol.
     *
     * @param protocol 0 or 1
     * @return true if dwProtocols has it
     */
    public boolean speaks(int protocol) {
        return ((number(6, 4) >> protocol) & 1) != 0;
    }

    /**
     * What it exchanges with the host.
     *
     * @return the level
     */
    public Level level() {
        return switch ((int) ((number(0x28, 4) >> 16) & 7)) {
            case 0 -> Level.CHARACTER;
            case 1 -> Level.TPDU;
            case 2 -> Level.SHORT_APDU;
            case 4 -> Level.EXTENDED_APDU;
            default -> Level.UNKNOWN;
        };
    }

    /**
     * The longest message it takes or sends.
     *
     * @return in bytes, header included
     */
    public long maxMessageLength() {
        return number(0x2C, 4);
    }
}
