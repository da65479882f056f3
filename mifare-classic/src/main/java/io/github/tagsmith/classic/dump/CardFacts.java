package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * What card a dump is of: from the reader or the file's head where they say so, else from block 0.
 *
 * @param type its size; {@code 1k-in-4k-image} for a 1K card in a 4096-byte image, as ChameleonMini saves it
 * @param uid its UID, if it can be told
 * @param atqa its ATQA, most significant byte first, if it can be told
 * @param sak its SAK, if it can be told
 * @param bccOk whether byte 4 of block 0 is the xor of bytes 0 to 3, if block 0 is known
 */
public record CardFacts(
        String type, Optional<Bytes> uid, Optional<Integer> atqa, Optional<Integer> sak, Optional<Boolean> bccOk) {

    private static final String PADDED_1K = "1k-in-4k-image";

    /**
     * Gathers the facts.
     *
     * @param dump the dump
     * @return what is known of its card
     */
    public static CardFacts of(Dump dump) {
        Optional<ManufacturerBlock> block0 = dump.manufacturerBlock();
        CardIdentity identity = dump.identity();
        return new CardFacts(
                isPadded1k(dump) ? PADDED_1K : dump.type().id(),
                identity.uid().or(() -> block0.flatMap(ManufacturerBlock::uid)),
                identity.atqa().or(() -> block0.filter(b -> b.uid().isPresent()).map(ManufacturerBlock::atqa)),
                identity.sak().or(() -> block0.filter(b -> b.uid().isPresent()).map(ManufacturerBlock::sak)),
                block0.map(ManufacturerBlock::bccOk));
    }

    /** ATQA of a 1K, and nothing but zeros behind its 64 blocks, not even access bits. */
    private static boolean isPadded1k(Dump dump) {
        List<BlockContent> blocks = dump.blocks();
        Optional<Integer> atqa = dump.manufacturerBlock().map(ManufacturerBlock::atqa);
        return dump.type() == ClassicType.K4
                && atqa.filter(value -> (value & 0x000F) == ClassicType.K1.atqa(4))
                        .isPresent()
                && blocks.subList(ClassicType.K1.blockCount(), blocks.size()).stream()
                        .allMatch(block -> block.isComplete() && block.bytes().isAll(0));
    }
}
