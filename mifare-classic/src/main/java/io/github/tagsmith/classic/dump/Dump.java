package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadPart;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What could be read of a card, or stands in a file about one. Known keys stand in the trailers, where the card has them;
 * everything else that can be said of a card is derived from its blocks.
 *
 * @param type the size of the card
 * @param blocks one for each block of that size
 * @param identity what a reader or a file says of the card beside its blocks
 */
public record Dump(ClassicType type, List<BlockContent> blocks, CardIdentity identity) {

    /**
     * Checks the number of blocks.
     *
     * @param type the size of the card
     * @param blocks one for each block of that size
     * @param identity what a reader or a file says of the card beside its blocks
     */
    public Dump {
        blocks = List.copyOf(blocks);
        if (blocks.size() != type.blockCount()) {
            throw new IllegalArgumentException(blocks.size() + " blocks for a card of " + type.blockCount());
        }
    }

    /**
     * A dump of which everything is known.
     *
     * @param type the size of the card
     * @param image all its bytes
     * @return the dump
     */
    public static Dump ofImage(ClassicType type, Bytes image) {
        List<BlockContent> blocks = new ArrayList<>();
        for (int at = 0; at < image.length(); at += ClassicType.BLOCK_LENGTH) {
            blocks.add(BlockContent.of(image.slice(at, at + ClassicType.BLOCK_LENGTH)));
        }
        return new Dump(type, blocks, CardIdentity.NONE);
    }

    /**
     * A block.
     *
     * @param block its number
     * @return what is known of it
     */
    public BlockContent block(BlockNo block) {
        return blocks.get(block.value());
    }

    /**
     * The blocks of which something is unknown.
     *
     * @return in ascending order
     */
    public List<BlockNo> incompleteBlocks() {
        return IntStream.range(0, blocks.size())
                .filter(block -> !blocks.get(block).isComplete())
                .mapToObj(BlockNo::new)
                .toList();
    }

    /**
     * A key of a sector.
     *
     * @param sector the sector
     * @param type which of the two
     * @return the key, if it is known
     */
    public Optional<ClassicKey> key(SectorNo sector, KeyType type) {
        Optional<Bytes> key = block(sector.trailer()).part(SectorTrailer.offset(type), ClassicKey.LENGTH);
        return key.isPresent() ? Optional.of(ClassicKey.of(key.get())) : Optional.empty();
    }

    /**
     * All keys.
     *
     * @return those that are known
     */
    public KeyMap keys() {
        KeyMap keys = new KeyMap();
        for (SectorNo sector : type.sectors()) {
            for (KeyType keyType : KeyType.values()) {
                key(sector, keyType).ifPresent(key -> keys.put(sector, keyType, key));
            }
        }
        return keys;
    }

    /**
     * The access bits and general purpose byte of a sector.
     *
     * @param sector the sector
     * @return 4 bytes, if they are known
     */
    public Optional<Bytes> accessBytes(SectorNo sector) {
        return block(sector.trailer()).part(SectorTrailer.ACCESS, SectorTrailer.KEY_B - SectorTrailer.ACCESS);
    }

    /**
     * The access conditions of a sector.
     *
     * @param sector the sector
     * @return them, if they are known and valid
     */
    public Optional<AccessBits> accessBits(SectorNo sector) {
        Optional<Bytes> bytes = block(sector.trailer()).part(SectorTrailer.ACCESS, AccessBits.LENGTH);
        return bytes.isPresent() ? AccessBits.decode(bytes.get()) : Optional.empty();
    }

    /**
     * Block 0, decoded.
     *
     * @return what it says, if it is known
     */
    public Optional<ManufacturerBlock> manufacturerBlock() {
        Optional<Bytes> block0 = blocks.get(0).whole();
        return block0.isPresent() ? Optional.of(ManufacturerBlock.decode(block0.get())) : Optional.empty();
    }

    /**
     * The directory. Its second half is in sector 16, so that only cards of more than 1 KB have it; sector 16 of a 1K EV1 is
     * another thing.
     *
     * @return the directory, if there is one and its blocks are known
     */
    public Optional<Mad> mad() {
        Optional<Bytes> gpb = block(new SectorNo(0).trailer()).part(SectorTrailer.GPB, 1);
        Optional<Bytes> first = run(MadPart.MAD1_BLOCK, MadPart.MAD1_LENGTH);
        return gpb.isPresent() && first.isPresent() ? mad(gpb.get().get(0), first.get()) : Optional.empty();
    }

    private Optional<Mad> mad(int gpb, Bytes first) {
        Optional<Integer> version = Mad.version(gpb);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        boolean hasSecond = version.get() == 2 && (type == ClassicType.K2 || type == ClassicType.K4);
        Optional<Bytes> second = hasSecond ? run(MadPart.MAD2_BLOCK, MadPart.MAD2_LENGTH) : Optional.empty();
        return Optional.of(Mad.decode(gpb, first, second));
    }

    private Optional<Bytes> run(int firstBlock, int length) {
        Bytes joined = Bytes.EMPTY;
        for (int block = firstBlock; joined.length() < length; block++) {
            Optional<Bytes> whole = blocks.get(block).whole();
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            joined = joined.plus(whole.get());
        }
        return Optional.of(joined);
    }

    /**
     * All bytes; those that are not known are zero.
     *
     * @return the image; whoever stores it must say what is missing
     */
    public Bytes imageWithZeros() {
        return Bytes.concat(blocks.stream().map(BlockContent::bytes).toArray(Bytes[]::new));
    }
}
