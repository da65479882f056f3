package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The MIFARE application directory, AN10787. Its presence and version are in the general purpose byte of sector 0: bit 7 says
 * that there is one, bit 6 that several applications may use the card, bits 1 and 0 are the version, 1 or 2.
 *
 * @param version 1 or 2
 * @param multiApplication whether the card is meant for several applications
 * @param first MAD1
 * @param second MAD2; only with version 2
 */
public record Mad(int version, boolean multiApplication, MadPart first, Optional<MadPart> second) {

    private static final int AVAILABLE = 0x80;
    private static final int MULTI_APPLICATION = 0x40;
    private static final int VERSION_MASK = 0x03;
    private static final int MAD2_FIRST_SECTOR = 17;

    /**
     * The version that a general purpose byte announces.
     *
     * @param gpb byte 9 of the trailer of sector 0
     * @return 1 or 2, or empty if there is no directory
     */
    public static Optional<Integer> version(int gpb) {
        int version = gpb & VERSION_MASK;
        return (gpb & AVAILABLE) != 0 && (version == 1 || version == 2) ? Optional.of(version) : Optional.empty();
    }

    /**
     * Decodes a directory.
     *
     * @param gpb byte 9 of the trailer of sector 0, which announces one
     * @param stored blocks 1 and 2, 32 bytes
     * @param stored2 blocks 64 to 66, 48 bytes, where the card has them and version 2 is announced
     * @return the directory
     */
    public static Mad decode(int gpb, Bytes stored, Optional<Bytes> stored2) {
        Optional<Integer> version = version(gpb);
        if (version.isEmpty()) {
            throw new IllegalArgumentException("no directory announced");
        }
        return new Mad(
                version.get(),
                (gpb & MULTI_APPLICATION) != 0,
                MadPart.decode(stored, 1),
                stored2.isPresent() ? Optional.of(MadPart.decode(stored2.get(), MAD2_FIRST_SECTOR)) : Optional.empty());
    }

    /**
     * Whether every check byte is right.
     *
     * @return true if so
     */
    public boolean crcOk() {
        return first.crcOk() && (second.isEmpty() || second.get().crcOk());
    }

    /**
     * What each sector holds, free ones left out.
     *
     * @return by sector, ascending
     */
    public SortedMap<SectorNo, MadAid> entries() {
        SortedMap<SectorNo, MadAid> all = new TreeMap<>(first.entries());
        if (second.isPresent()) {
            all.putAll(second.get().entries());
        }
        return all;
    }

    /**
     * A directory in which every sector is free.
     *
     * @param type the size of the card: version 2 where it has sectors behind 16, 40 for a 4K, 32 for a 2K
     * @return the directory
     */
    public static Mad empty(ClassicType type) {
        boolean second = type == ClassicType.K2 || type == ClassicType.K4;
        return new Mad(
                second ? 2 : 1,
                true,
                MadPart.of(MadLayout.MAD1, 0, Map.of()),
                second ? Optional.of(MadPart.of(MadLayout.MAD2, 0, Map.of())) : Optional.empty());
    }

    /**
     * The general purpose byte of sector 0 that announces this directory.
     *
     * @return byte 9 of the trailer
     */
    public int gpb() {
        return AVAILABLE | (multiApplication ? MULTI_APPLICATION : 0) | version;
    }

    /**
     * The same directory with a sector given to an application, check bytes made right.
     *
     * @param sector a sector that the directory has an entry for
     * @param aid the application; {@link MadAid#FREE} gives the sector back
     * @return the changed directory
     */
    public Mad with(SectorNo sector, MadAid aid) {
        if (MadLayout.MAD1.sectors().contains(sector)) {
            return new Mad(version, multiApplication, first.with(MadLayout.MAD1, sector, aid), second);
        }
        MadPart part = second.filter(half -> MadLayout.MAD2.sectors().contains(sector))
                .orElseThrow(() -> new IllegalArgumentException("the directory has no entry for sector " + sector));
        return new Mad(version, multiApplication, first, Optional.of(part.with(MadLayout.MAD2, sector, aid)));
    }

    /**
     * The same directory with another card publisher's sector, check bytes made right.
     *
     * @param sector the sector; empty for none
     * @return the changed directory
     */
    public Mad withPublisher(Optional<SectorNo> sector) {
        int number = sector.map(SectorNo::value).orElse(0);
        if (number == MadLayout.MAD2_SECTOR || (sector.isPresent() && number == 0)) {
            throw new IllegalArgumentException("sector " + number + " holds the directory itself");
        }
        return new Mad(
                version,
                multiApplication,
                first.withPublisher(MadLayout.MAD1, number),
                second.map(part -> part.withPublisher(MadLayout.MAD2, number)));
    }

    /**
     * The directory as stored: blocks 1 and 2, and 64 to 66 where it has a second half.
     *
     * @return by block, ascending
     */
    public SortedMap<BlockNo, Bytes> encode() {
        SortedMap<BlockNo, Bytes> blocks = new TreeMap<>();
        MadLayout.MAD1.split(first.encode(MadLayout.MAD1), blocks);
        second.ifPresent(part -> MadLayout.MAD2.split(part.encode(MadLayout.MAD2), blocks));
        return blocks;
    }

    /**
     * The sectors that hold the directory itself.
     *
     * @return sector 0, and 16 where there is a second half
     */
    public List<SectorNo> ownSectors() {
        return second.isPresent()
                ? List.of(new SectorNo(0), new SectorNo(MadLayout.MAD2_SECTOR))
                : List.of(new SectorNo(0));
    }

    /**
     * All sectors that the directory has an entry for.
     *
     * @return in ascending order
     */
    public List<SectorNo> listedSectors() {
        List<SectorNo> listed = new ArrayList<>(MadLayout.MAD1.sectors());
        if (second.isPresent()) {
            listed.addAll(MadLayout.MAD2.sectors());
        }
        return List.copyOf(listed);
    }
}
