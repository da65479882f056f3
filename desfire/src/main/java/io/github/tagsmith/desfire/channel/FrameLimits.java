package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;

/**
 * What card and reader take at once.
 *
 * @param frame the longest frame of a native chain, in bytes: what fits into one block of ISO/IEC 14443-4
 * @param data the longest data of an APDU, in bytes; 255, or up to 65535 in extended form
 * @param answer the longest answer to an APDU, in bytes; 256, or up to 65536 in extended form
 */
public record FrameLimits(int frame, int data, int answer) {

    /** FSD and FSC 64, short APDUs: every card and reader. */
    public static final FrameLimits SHORT = new FrameLimits(60, CommandApdu.MAX_SHORT_DATA, CommandApdu.MAX_SHORT_NE);

    /** The longest answer that an extended APDU can ask for, in bytes. */
    public static final int LONGEST = CommandApdu.MAX_EXTENDED_NE;

    /** ISO/IEC 14443-4 table 1: FSC by FSCI; 9 to 12 are amendments. */
    private static final List<Integer> FRAME_SIZES =
            List.of(16, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024, 2048, 4096);

    private static final int DEFAULT_FSCI = 2;
    private static final int T0 = 1;

    /** PCB, CID and two bytes of checksum. */
    private static final int BLOCK_OVERHEAD = 4;

    /** Longest extended APDU; less would do, but this is what the form allows. */
    private static final int EXTENDED_DATA = 65535;

    /**
     * Checks the ranges.
     *
     * @param frame 12 or more
     * @param data 255 to 65535
     * @param answer 256 to 65536
     */
    public FrameLimits {
        if (frame < 12
                || data < CommandApdu.MAX_SHORT_DATA
                || data > EXTENDED_DATA
                || answer < CommandApdu.MAX_SHORT_NE
                || answer > CommandApdu.MAX_EXTENDED_NE) {
            throw new IllegalArgumentException("frame " + frame + ", data " + data + ", answer " + answer);
        }
    }

    /**
     * The same with the frame size that a card's answer to select names, at most 256 bytes as readers have.
     *
     * @param ats TL T0 ..., ISO/IEC 14443-4 section 5.2
     * @return limits for that card
     */
    public FrameLimits withAts(Bytes ats) {
        int fsci = ats.length() > T0 ? ats.get(T0) & 0x0F : DEFAULT_FSCI;
        int size = FRAME_SIZES.get(Math.min(fsci, FRAME_SIZES.size() - 1));
        return new FrameLimits(Math.min(size, 256) - BLOCK_OVERHEAD, data, answer);
    }

    /**
     * The same with extended APDUs.
     *
     * @param longest what the reader takes and gives at most, in bytes; 256 or more
     * @return limits for that reader
     */
    public FrameLimits extended(int longest) {
        return new FrameLimits(frame, Math.min(longest, EXTENDED_DATA), longest);
    }

    /**
     * Whether extended APDUs are allowed.
     *
     * @return true if an answer may be longer than 256 bytes
     */
    public boolean isExtended() {
        return answer > CommandApdu.MAX_SHORT_NE;
    }

    /**
     * The same with short APDUs only.
     *
     * @return limits for a card that knows no others
     */
    public FrameLimits shortened() {
        return new FrameLimits(frame, CommandApdu.MAX_SHORT_DATA, CommandApdu.MAX_SHORT_NE);
    }
}
