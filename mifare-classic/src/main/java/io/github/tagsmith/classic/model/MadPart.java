package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One half of the directory as stored, AN10787 section 3.
 *
 * <pre>
 * MAD1   sector 0, blocks 1 and 2      CRC info AID(2) x 15, for sectors 1 to 15
 * MAD2   sector 16, blocks 64 to 66    CRC info AID(2) x 23, for sectors 17 to 39
 * </pre>
 *
 * @param crc the check byte as stored
 * @param crcOk whether it is right
 * @param info the info byte as stored; its lower six bits are the card publisher's sector
 * @param entries what each sector holds; free sectors are left out
 */
public record MadPart(int crc, boolean crcOk, int info, Map<SectorNo, MadAid> entries) {

    /** First block of the first half. */
    public static final int MAD1_BLOCK = 1;

    /** First block of the second half. */
    public static final int MAD2_BLOCK = 64;

    /** Bytes of the first half. */
    public static final int MAD1_LENGTH = 32;

    /** Bytes of the second half. */
    public static final int MAD2_LENGTH = 48;

    private static final int PUBLISHER_MASK = 0x3F;

    /**
     * Copies the entries.
     *
     * @param crc the check byte as stored
     * @param crcOk whether it is right
     * @param info the info byte as stored
     * @param entries what each sector holds
     */
    public MadPart {
        entries = Map.copyOf(entries);
    }

    static MadPart decode(Bytes stored, int firstSector) {
        SortedMap<SectorNo, MadAid> entries = new TreeMap<>();
        for (int at = 2; at < stored.length(); at += 2) {
            MadAid aid = new MadAid(stored.get(at + 1) << 8 | stored.get(at));
            if (!aid.equals(MadAid.FREE)) {
                entries.put(new SectorNo(firstSector + at / 2 - 1), aid);
            }
        }
        boolean crcOk = MadCrc.of(stored.slice(1)) == stored.get(0);
        return new MadPart(stored.get(0), crcOk, stored.get(1), entries);
    }

    /**
     * A half with its right check byte.
     *
     * @param layout which half
     * @param info the info byte
     * @param entries what each sector holds
     * @return the half
     */
    static MadPart of(MadLayout layout, int info, Map<SectorNo, MadAid> entries) {
        MadPart unchecked = new MadPart(0, false, info, entries);
        return new MadPart(MadCrc.of(unchecked.encode(layout).slice(1)), true, info, unchecked.entries());
    }

    /**
     * The half as stored.
     *
     * @param layout which half
     * @return 32 or 48 bytes, the check byte as it is in this record
     */
    Bytes encode(MadLayout layout) {
        Bytes stored = Bytes.of(crc, info);
        for (SectorNo sector : layout.sectors()) {
            int aid = entries.getOrDefault(sector, MadAid.FREE).value();
            stored = stored.plus(Bytes.littleEndian(aid, 2));
        }
        return stored;
    }

    /**
     * The same half with another publisher's sector, its check byte made right.
     *
     * @param layout which half
     * @param sector the sector's number, 0 for none
     * @return the changed half
     */
    MadPart withPublisher(MadLayout layout, int sector) {
        return of(layout, (info & ~PUBLISHER_MASK) | sector, entries);
    }

    /**
     * The same half with a sector given to an application, its check byte made right.
     *
     * @param layout which half
     * @param sector the sector
     * @param aid the application, or {@link MadAid#FREE}
     * @return the changed half
     */
    MadPart with(MadLayout layout, SectorNo sector, MadAid aid) {
        Map<SectorNo, MadAid> changed = new TreeMap<>(entries);
        changed.put(sector, aid);
        changed.values().removeIf(MadAid.FREE::equals);
        return of(layout, info, changed);
    }

    /**
     * The sector of the card publisher.
     *
     * @return its number, 0 if there is none
     */
    public int publisherSector() {
        return info & PUBLISHER_MASK;
    }
}
