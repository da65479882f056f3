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
}
