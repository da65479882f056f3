package io.github.tagsmith.core.bytes;

/** The checksum of frames, ISO/IEC 14443-3 annex B, type A: polynomial 8408 (bits reversed), preset 6363, no final xor. */
public final class CrcA {

    /** Its length in bytes. */
    public static final int LENGTH = 2;

    private static final int POLYNOMIAL = 0x8408;
    private static final int PRESET = 0x6363;

    private CrcA() {}

    /**
     * The checksum of a frame.
     *
     * @param bytes the frame
     * @return 2 bytes, as sent
     */
    public static Bytes of(Bytes bytes) {
        int crc = PRESET;
        for (int i = 0; i < bytes.length(); i++) {
            crc ^= bytes.get(i);
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
            }
        }
        return Bytes.littleEndian(crc, LENGTH);
    }

    /**
     * A frame with its checksum behind it.
     *
     * @param bytes the frame
     * @return both
     */
    public static Bytes append(Bytes bytes) {
        return bytes.plus(of(bytes));
    }

    /**
     * Whether a frame ends with its checksum.
     *
     * @param bytes the frame and two more bytes
     * @return true if they are right
     */
    public static boolean isRight(Bytes bytes) {
        int length = bytes.length() - LENGTH;
        return length >= 0 && of(bytes.slice(0, length)).equals(bytes.slice(length));
    }
}
