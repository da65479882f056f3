package io.github.tagsmith.classic.ndef;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.NamedAccess;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What blocks hold on a card with NDEF, AN1304 and AN1305; for plans. */
public final class NdefContent {

    /** General purpose byte of an NFC sector: mapping version 1.0, read and written by everybody. */
    private static final int GPB_WRITABLE = 0x40;

    /** The same, written by nobody. */
    private static final int GPB_READ_ONLY = 0x43;

    private NdefContent() {}

    /**
     * The sectors that a card can give to NDEF: those its directory has free or has given to it already.
     *
     * @param type the size of the card
     * @param mad its directory
     * @return in ascending order; never those of the directory
     */
    public static List<SectorNo> available(ClassicType type, Mad mad) {
        Map<SectorNo, MadAid> entries = mad.entries();
        return mad.listedSectors().stream()
                .filter(sector -> sector.value() < type.sectorCount())
                .filter(sector -> entries.getOrDefault(sector, MadAid.NDEF).equals(MadAid.NDEF))
                .toList();
    }

    /**
     * NFC sectors with an empty message.
     *
     * @param sectors the sectors
     * @param keyB their key B
     * @return data blocks and trailers
     */
    public static SortedMap<BlockNo, BlockContent> sectors(List<SectorNo> sectors, ClassicKey keyB) {
        Bytes access = NamedAccess.NFC.bytes().plus(Bytes.of(GPB_WRITABLE));
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        for (SectorNo sector : sectors) {
            sector.dataBlocks().forEach(block -> wanted.put(block, zeros()));
            wanted.put(sector.trailer(), BlockContent.of(SectorTrailer.of(ClassicKey.NDEF, access, keyB)));
        }
        Bytes empty = TlvArea.encode(List.of(new Tlv(Tlv.NDEF, Bytes.EMPTY)));
        wanted.put(sectors.get(0).firstBlock(), BlockContent.of(Bytes.zeros(16).with(0, empty)));
        return wanted;
    }

    private static BlockContent zeros() {
        return BlockContent.of(Bytes.zeros(ClassicType.BLOCK_LENGTH));
    }

    /**
     * The directory that names NFC sectors; written last, so that it never points at sectors that are not made yet.
     *
     * @param mad the directory as it is, or an empty one
     * @param sectors the NFC sectors
     * @param keyB key B of its sectors
     * @return its blocks and their trailers
     */
    public static SortedMap<BlockNo, BlockContent> directory(Mad mad, List<SectorNo> sectors, ClassicKey keyB) {
        Mad named = mad;
        for (SectorNo sector : sectors) {
            named = named.with(sector, MadAid.NDEF);
        }
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        named.encode().forEach((block, bytes) -> wanted.put(block, BlockContent.of(bytes)));
        Bytes access = NamedAccess.MAD.bytes().plus(Bytes.of(named.gpb()));
        for (SectorNo sector : named.ownSectors()) {
            wanted.put(sector.trailer(), BlockContent.of(SectorTrailer.of(ClassicKey.MAD, access, keyB)));
        }
        return wanted;
    }

    /**
     * The blocks that a message takes. What stands in the area beside messages stays in front of it; what lies behind the
     * terminator stays as it is.
     *
     * @param area the area as it is
     * @param message the encoded message
     * @return the blocks; empty if the message is too long
     */
    public static Optional<SortedMap<BlockNo, BlockContent>> message(NdefArea area, Bytes message) {
        List<BlockNo> blocks = area.sectors().stream()
                .flatMap(sector -> sector.dataBlocks().stream())
                .toList();
        int room = blocks.size() * ClassicType.BLOCK_LENGTH;
        List<Tlv> kept = area.tlvs().tlvs().stream()
                .filter(tlv -> tlv.type() != Tlv.NDEF)
                .toList();
        List<Tlv> all = new ArrayList<>(kept);
        all.add(new Tlv(Tlv.NDEF, message));
        Bytes encoded = TlvArea.encode(all);
        if (encoded.length() == room + 1) {
            encoded = encoded.slice(0, room);
        }
        if (message.length() > TlvArea.LONGEST || encoded.length() > room) {
            return Optional.empty();
        }
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        for (int at = 0; at < encoded.length(); at += ClassicType.BLOCK_LENGTH) {
            Bytes part = encoded.slice(at, Math.min(at + ClassicType.BLOCK_LENGTH, encoded.length()));
            wanted.put(
                    blocks.get(at / ClassicType.BLOCK_LENGTH),
                    BlockContent.of(Bytes.zeros(ClassicType.BLOCK_LENGTH).with(0, part)));
        }
        return Optional.of(wanted);
    }

    /**
     * The trailers that make NFC sectors read-only for good, with the keys they have.
     *
     * @param card what is known of the card
     * @param sectors the NFC sectors
     * @return the trailers; keys that are not known are unknown
     */
    public static SortedMap<BlockNo, BlockContent> readOnly(Dump card, List<SectorNo> sectors) {
        Bytes access = NamedAccess.NFC_READ_ONLY.bytes().plus(Bytes.of(GPB_READ_ONLY));
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        for (SectorNo sector : sectors) {
            BlockNo block = sector.trailer();
            wanted.put(block, card.block(block).with(SectorTrailer.ACCESS, access));
        }
        return wanted;
    }
}
