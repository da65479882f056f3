package io.github.tagsmith.classic.ndef;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of TLV blocks, AN1304 section 4.2.
 *
 * <pre>
 * 00                   NULL, without a length
 * FE                   terminator, without a length
 * tt ll value          length 00 to FE
 * tt FF hh ll value    length 00FF to FFFE
 * </pre>
 *
 * @param tlvs the blocks, in order
 * @param end how the run ends
 */
public record TlvArea(List<Tlv> tlvs, End end) {

    private static final int NULL = 0x00;
    private static final int TERMINATOR = 0xFE;
    private static final int LONG_LENGTH = 0xFF;

    private static final int LONGEST_SHORT = 0xFE;

    /** The longest value that a block can have; FFFF is reserved. */
    public static final int LONGEST = 0xFFFE;

    /** How a run of TLV blocks ends. */
    public enum End {
        /** With the terminator. */
        TERMINATOR,
        /** With the area: allowed where it is full. */
        AREA,
        /** In the middle of a block. */
        TRUNCATED
    }

    /**
     * Copies the list.
     *
     * @param tlvs the blocks, in order
     * @param end how the run ends
     */
    public TlvArea {
        tlvs = List.copyOf(tlvs);
    }

    /**
     * Splits an area; nothing in it is an error, a cut block ends it.
     *
     * @param area the data blocks of the NFC sectors, joined
     * @return its blocks up to the terminator
     */
    public static TlvArea parse(Bytes area) {
        List<Tlv> tlvs = new ArrayList<>();
        int at = 0;
        while (at < area.length()) {
            int type = area.get(at++);
            if (type == TERMINATOR) {
                return new TlvArea(tlvs, End.TERMINATOR);
            }
            if (type == NULL) {
                continue;
            }
            boolean isLong = at < area.length() && area.get(at) == LONG_LENGTH;
            int lengthWidth = isLong ? 3 : 1;
            if (at + lengthWidth > area.length()) {
                return new TlvArea(tlvs, End.TRUNCATED);
            }
            int length = isLong ? area.get(at + 1) << 8 | area.get(at + 2) : area.get(at);
            at += lengthWidth;
            if (at + length > area.length()) {
                return new TlvArea(tlvs, End.TRUNCATED);
            }
            tlvs.add(new Tlv(type, area.slice(at, at + length)));
            at += length;
        }
        return new TlvArea(tlvs, End.AREA);
    }

    /**
     * Joins blocks and ends them with the terminator.
     *
     * @param tlvs the blocks, in order; values of 255 bytes and more get the long length
     * @return the run
     */
    public static Bytes encode(List<Tlv> tlvs) {
        Bytes run = Bytes.EMPTY;
        for (Tlv tlv : tlvs) {
            int length = tlv.value().length();
            Bytes head = length <= LONGEST_SHORT
                    ? Bytes.of(tlv.type(), length)
                    : Bytes.of(tlv.type(), LONG_LENGTH, length >> 8, length & 0xFF);
            run = Bytes.concat(run, head, tlv.value());
        }
        return run.plus(Bytes.of(TERMINATOR));
    }
}
