package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a card shall hold afterwards. */
public final class Wanted {

    private Wanted() {}

    /**
     * Everything a dump holds, block 0 included.
     *
     * @param dump the dump
     * @return what is known of each block
     */
    public static SortedMap<BlockNo, BlockContent> of(Dump dump) {
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        for (SectorNo sector : dump.type().sectors()) {
            sector.blocks().forEach(block -> wanted.put(block, dump.block(block)));
        }
        return wanted;
    }

    /**
     * The same with keys put where the dump does not know them.
     *
     * @param wanted what a dump holds
     * @param keyA in place of unknown keys A
     * @param keyB in place of unknown keys B
     * @return the completed content
     */
    public static SortedMap<BlockNo, BlockContent> withKeys(
            SortedMap<BlockNo, BlockContent> wanted, Optional<ClassicKey> keyA, Optional<ClassicKey> keyB) {
        SortedMap<BlockNo, BlockContent> completed = new TreeMap<>(wanted);
        completed.replaceAll((block, content) -> block.isTrailer()
                ? fill(fill(content, SectorTrailer.KEY_A, keyA), SectorTrailer.KEY_B, keyB)
                : content);
        return completed;
    }

    private static BlockContent fill(BlockContent trailer, int offset, Optional<ClassicKey> key) {
        return key.isPresent() && trailer.part(offset, ClassicKey.LENGTH).isEmpty()
                ? trailer.with(offset, key.get().reveal())
                : trailer;
    }

    /**
     * The state of delivery: zeros, keys FFFFFFFFFFFF, access bits FF0780, GPB 69; block 0 stays.
     *
     * @param type the size of the card
     * @return every block but block 0
     */
    public static SortedMap<BlockNo, BlockContent> delivery(ClassicType type) {
        BlockContent zeros = BlockContent.of(Bytes.zeros(ClassicType.BLOCK_LENGTH));
        BlockContent trailer = BlockContent.of(
                SectorTrailer.of(ClassicKey.DELIVERY, SectorTrailer.DELIVERY_ACCESS, ClassicKey.DELIVERY));
        SortedMap<BlockNo, BlockContent> wanted = new TreeMap<>();
        for (SectorNo sector : type.sectors()) {
            sector.dataBlocks().forEach(block -> wanted.put(block, zeros));
            wanted.put(sector.trailer(), trailer);
        }
        wanted.remove(new BlockNo(0));
        return wanted;
    }

    /**
     * One block.
     *
     * @param block where
     * @param content its 16 bytes
     * @return that block alone
     */
    public static SortedMap<BlockNo, BlockContent> block(BlockNo block, Bytes content) {
        return new TreeMap<>(Map.of(block, BlockContent.of(content)));
    }
}
