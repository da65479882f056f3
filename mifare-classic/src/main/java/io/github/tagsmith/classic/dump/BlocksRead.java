package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is known of a card while it is read: nothing at first. */
public final class BlocksRead {

    private final ClassicType type;
    private final List<BlockContent> blocks;

    /**
     * Nothing is known yet.
     *
     * @param type the size of the card
     */
    public BlocksRead(ClassicType type) {
        this.type = type;
        this.blocks = new ArrayList<>(Collections.nCopies(type.blockCount(), BlockContent.UNKNOWN));
    }

    /**
     * A data block was read.
     *
     * @param block the block
     * @param read its 16 bytes
     */
    public void learn(BlockNo block, Bytes read) {
        blocks.set(block.value(), BlockContent.of(read));
    }

    /**
     * A key opens a sector.
     *
     * @param sector the sector
     * @param keyType which of its keys
     * @param key the key
     */
    public void learnKey(SectorNo sector, KeyType keyType, ClassicKey key) {
        set(sector, trailer(sector).with(SectorTrailer.offset(keyType), key.reveal()));
    }

    /**
     * A trailer was read. Key A reads as zeros, and so does key B where it is a key: only the rest, and a readable key B, is taken
     * over.
     *
     * @param sector its sector
     * @param read its 16 bytes as the card shows them
     */
    public void learnTrailer(SectorNo sector, Bytes read) {
        set(sector, trailer(sector).with(SectorTrailer.ACCESS, read.slice(SectorTrailer.ACCESS, SectorTrailer.KEY_B)));
        if (access(sector).isPresent() && !access(sector).get().keyBUsable()) {
            set(sector, trailer(sector).with(SectorTrailer.KEY_B, read.slice(SectorTrailer.KEY_B)));
        }
    }

    private BlockContent trailer(SectorNo sector) {
        return blocks.get(sector.trailer().value());
    }

    private void set(SectorNo sector, BlockContent content) {
        blocks.set(sector.trailer().value(), content);
    }

    boolean isKeyKnown(SectorNo sector, KeyType keyType) {
        return trailer(sector)
                .part(SectorTrailer.offset(keyType), ClassicKey.LENGTH)
                .isPresent();
    }

    /** Whether the trailer was read, whatever its access bits are worth. */
    boolean isTrailerRead(SectorNo sector) {
        return trailer(sector).part(SectorTrailer.ACCESS, AccessBits.LENGTH).isPresent();
    }

    private Optional<AccessBits> access(SectorNo sector) {
        return trailer(sector).part(SectorTrailer.ACCESS, AccessBits.LENGTH).flatMap(AccessBits::decode);
    }

    /**
     * Whether a key may read a data block.
     *
     * @param block the block
     * @param keyType the key
     * @return false if the access bits say no; where they are not known it may be tried
     */
    public boolean mayBeRead(BlockNo block, KeyType keyType) {
        return access(block.sector()).map(bits -> bits.mayRead(block, keyType)).orElse(true);
    }

    boolean isComplete(BlockNo block) {
        return blocks.get(block.value()).isComplete();
    }

    boolean isEmpty() {
        return blocks.stream().allMatch(BlockContent::isUnknown);
    }

    /**
     * All that is known.
     *
     * @param identity what is known of the card beside its blocks
     * @return a dump of it
     */
    public Dump dump(CardIdentity identity) {
        return new Dump(type, blocks, identity);
    }
}
