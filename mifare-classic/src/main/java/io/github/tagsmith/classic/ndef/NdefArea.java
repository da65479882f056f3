package io.github.tagsmith.classic.ndef;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a card keeps NDEF: the data blocks of all sectors that the directory gives to the NFC Forum, in ascending order;
 * AN1304 section 4.
 *
 * @param sectors those sectors
 * @param bytes their data blocks, joined; up to the first block that is not known
 */
public record NdefArea(List<SectorNo> sectors, Bytes bytes) {

    /**
     * Copies the list.
     *
     * @param sectors the NFC sectors
     * @param bytes their data blocks, joined
     */
    public NdefArea {
        sectors = List.copyOf(sectors);
    }

    /**
     * Finds the area in a dump.
     *
     * @param dump the dump
     * @return the area, if the directory names at least one NFC sector
     */
    public static Optional<NdefArea> of(Dump dump) {
        Optional<Mad> mad = dump.mad();
        List<SectorNo> sectors = mad.isPresent() ? sectors(mad.get(), dump.type()) : List.of();
        return sectors.isEmpty() ? Optional.empty() : Optional.of(new NdefArea(sectors, join(dump, sectors)));
    }

    private static List<SectorNo> sectors(Mad mad, ClassicType type) {
        List<SectorNo> sectors = new ArrayList<>();
        for (Map.Entry<SectorNo, MadAid> entry : mad.entries().entrySet()) {
            if (entry.getValue().equals(MadAid.NDEF) && entry.getKey().value() < type.sectorCount()) {
                sectors.add(entry.getKey());
            }
        }
        return sectors;
    }

    private static Bytes join(Dump dump, List<SectorNo> sectors) {
        Bytes joined = Bytes.EMPTY;
        for (SectorNo sector : sectors) {
            for (BlockNo block : sector.dataBlocks()) {
                Optional<Bytes> whole = dump.block(block).whole();
                if (whole.isEmpty()) {
                    return joined;
                }
                joined = joined.plus(whole.get());
            }
        }
        return joined;
    }

    /**
     * Its TLV blocks.
     *
     * @return them, up to the terminator
     */
    public TlvArea tlvs() {
        return TlvArea.parse(bytes);
    }

    /**
     * The NDEF messages in it.
     *
     * @return the values of its NDEF blocks, in order, each an encoded message or empty
     */
    public List<Bytes> messages() {
        List<Bytes> messages = new ArrayList<>();
        for (Tlv tlv : tlvs().tlvs()) {
            if (tlv.type() == Tlv.NDEF) {
                messages.add(tlv.value());
            }
        }
        return messages;
    }
}
