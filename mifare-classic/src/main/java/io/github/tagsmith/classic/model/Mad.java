package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
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
        int version = version(gpb).orElseThrow(() -> new IllegalArgumentException("no directory announced"));
        return new Mad(
                version,
                (gpb & MULTI_APPLICATION) != 0,
                MadPart.decode(stored, 1),
                stored2.map(part -> MadPart.decode(part, MAD2_FIRST_SECTOR)));
    }

    /**
     * Whether every check byte is right.
     *
     * @return true if so
     */
    public boolean crcOk() {
        return first.crcOk() && second.map(MadPart::crcOk).orElse(true);
    }

    /**
     * What each sector holds, free ones left out.
     *
     * @return by sector, ascending
     */
    public SortedMap<SectorNo, MadAid> entries() {
        SortedMap<SectorNo, MadAid> all = new TreeMap<>(first.entries());
        second.ifPresent(part -> all.putAll(part.entries()));
        return all;
    }
}
