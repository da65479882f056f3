package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text dump of MIFARE Classic Tool.
 *
 * <pre>
 * +Sector: 0            decimal; a sector that was not read is missing
 * 32 digits             a line a block; -- for an unknown byte
 * +Sector: 9
 * *No keys found        anything behind a star, in place of the blocks
 * </pre>
 */
final class MctFormat implements DumpFormat {

    private static final String SECTOR = "+Sector: ";
    private static final String UNKNOWN_BYTE = "--";

    @Override
    public String id() {
        return "mct";
    }

    @Override
    public List<String> endings() {
        return List.of("mct", "txt");
    }

    @Override
    public boolean recognises(Bytes content) {
        return TextFile.head(content).startsWith("+Sector");
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        SortedMap<BlockNo, BlockContent> blocks = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : TextFile.lines(TextFile.decode(content))) {
            lines.add(line.stripTrailing());
        }
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).isEmpty()) {
                at++;
            } else {
                at = readSector(lines, at, blocks);
            }
        }
        if (blocks.isEmpty()) {
            throw NfcException.malformed("the file ends after line " + lines.size() + " and has no sector");
        }
        ClassicType type = CardSizes.of(blocks);
        return new Dump(type, CardSizes.fill(type, blocks), CardIdentity.NONE);
    }

    private static int readSector(List<String> lines, int header, SortedMap<BlockNo, BlockContent> blocks)
            throws NfcException {
        SectorNo sector = sectorNumber(lines.get(header), header + 1);
        if (blocks.containsKey(sector.trailer())) {
            throw NfcException.malformed("line " + (header + 1) + ": sector " + sector + " stands in the file twice");
        }
        List<BlockContent> read = new ArrayList<>();
        int at = header + 1;
        boolean unread = at < lines.size() && lines.get(at).startsWith("*");
        if (unread) {
            read.addAll(Collections.nCopies(sector.blockCount(), BlockContent.UNKNOWN));
            at++;
        }
        while (at < lines.size()
                && !lines.get(at).startsWith("+")
                && !lines.get(at).isEmpty()) {
            read.add(BlockText.parse(lines.get(at), at + 1));
            at++;
        }
        if (read.size() != sector.blockCount()) {
            throw NfcException.malformed("line " + (at + 1) + ": sector " + sector + " has "
                    + (unread
                            ? "blocks although it was not read"
                            : read.size() + " blocks, not " + sector.blockCount()));
        }
        for (int i = 0; i < read.size(); i++) {
            blocks.put(sector.blocks().get(i), read.get(i));
        }
        return at;
    }

    private static SectorNo sectorNumber(String line, int number) throws NfcException {
        String digits = line.startsWith(SECTOR) ? line.substring(SECTOR.length()) : "";
        OptionalInt sector = Decimal.parse(digits, ClassicType.K4.sectorCount() - 1);
        if (sector.isEmpty()) {
            throw NfcException.malformed("line " + number + ": neither a block nor \"" + SECTOR + "\" and 0 to 39");
        }
        return new SectorNo(sector.getAsInt());
    }

    /** A sector of which nothing is known is left out, save the last one, by which the size of the card is known. */
    @Override
    public Encoded write(Dump dump) {
        StringBuilder text = new StringBuilder();
        List<SectorNo> sectors = dump.type().sectors();
        for (SectorNo sector : sectors) {
            boolean last = sector.value() == sectors.size() - 1;
            if (last
                    || sector.blocks().stream()
                            .anyMatch(block -> !dump.block(block).isUnknown())) {
                text.append(SECTOR).append(sector).append('\n');
                sector.blocks()
                        .forEach(block -> text.append(dump.block(block).toHex(UNKNOWN_BYTE))
                                .append('\n'));
            }
        }
        return new Encoded(TextFile.encode(text.toString()), Losses.head(dump, Set.of()));
    }
}
