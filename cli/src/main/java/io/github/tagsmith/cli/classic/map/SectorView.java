package io.github.tagsmith.cli.classic.map;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.MadNames;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sector, its blocks, and what the directory says it is for.
 *
 * @param number the sector
 * @param role what it is for, or empty
 * @param keyA key A in hexadecimal digits, if it is known
 * @param keyB key B, if it is known
 * @param accessBytes access bits and general purpose byte, if they are known
 * @param access the access conditions, if they are known and valid
 * @param blocks its blocks
 */
public record SectorView(
        SectorNo number,
        String role,
        Optional<String> keyA,
        Optional<String> keyB,
        Optional<Bytes> accessBytes,
        Optional<AccessBits> access,
        List<BlockView> blocks) {

    private static final int SECOND_DIRECTORY = 16;

    /**
     * Copies the list.
     *
     * @param number the sector
     * @param role what it is for, or empty
     * @param keyA key A in hexadecimal digits, if it is known
     * @param keyB key B, if it is known
     * @param accessBytes access bits and general purpose byte, if they are known
     * @param access the access conditions, if they are known and valid
     * @param blocks its blocks
     */
    public SectorView {
        blocks = List.copyOf(blocks);
    }

    /**
     * All sectors of a card.
     *
     * @param dump the card
     * @return in ascending order
     */
    public static List<SectorView> all(Dump dump) {
        Optional<Mad> mad = dump.mad();
        List<SectorView> sectors = new ArrayList<>();
        for (SectorNo sector : dump.type().sectors()) {
            sectors.add(of(dump, mad, sector));
        }
        return sectors;
    }

    private static SectorView of(Dump dump, Optional<Mad> mad, SectorNo sector) {
        List<BlockView> blocks = new ArrayList<>();
        for (BlockNo block : sector.blocks()) {
            blocks.add(BlockView.of(dump, block));
        }
        return new SectorView(
                sector,
                role(dump.type(), mad, sector),
                key(dump, sector, KeyType.A),
                key(dump, sector, KeyType.B),
                dump.accessBytes(sector),
                dump.accessBits(sector),
                blocks);
    }

    private static Optional<String> key(Dump dump, SectorNo sector, KeyType type) {
        Optional<ClassicKey> key = dump.key(sector, type);
        return key.isPresent() ? Optional.of(key.get().reveal().toHex()) : Optional.empty();
    }

    private static String role(ClassicType type, Optional<Mad> mad, SectorNo sector) {
        if (type == ClassicType.K1_EV1_HIDDEN && sector.value() >= ClassicType.K1.sectorCount()) {
            return "hidden sector";
        }
        if (mad.isEmpty()) {
            return "";
        }
        if (sector.value() == 0
                || (sector.value() == SECOND_DIRECTORY && mad.get().second().isPresent())) {
            return "directory";
        }
        MadAid aid = mad.get().entries().get(sector);
        return aid == null ? "" : role(aid);
    }

    private static String role(MadAid aid) {
        Optional<String> name = MadNames.of(aid);
        return name.isPresent() ? aid + " " + name.get() : aid.toString();
    }

    /**
     * Whether access bits are known and do not check, so that the card refuses the sector for good.
     *
     * @return true if so
     */
    public boolean accessInvalid() {
        return accessBytes.isPresent() && access.isEmpty();
    }

    /**
     * Neighbours that look the same together, so that they need be shown only once.
     *
     * @param sectors in ascending order
     * @return runs of sectors with equal role and blocks
     */
    public static List<List<SectorView>> runs(List<SectorView> sectors) {
        List<List<SectorView>> runs = new ArrayList<>();
        for (int at = 0; at < sectors.size(); ) {
            int end = at + 1;
            while (end < sectors.size() && sectors.get(end).looksLike(sectors.get(at))) {
                end++;
            }
            runs.add(sectors.subList(at, end));
            at = end;
        }
        return runs;
    }

    private boolean looksLike(SectorView other) {
        return role.equals(other.role) && contents().equals(other.contents());
    }

    private List<BlockContent> contents() {
        List<BlockContent> contents = new ArrayList<>();
        for (BlockView block : blocks) {
            contents.add(block.content());
        }
        return contents;
    }
}
