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
        CardIdentity said = dump.identity();
        Optional<ManufacturerBlock> block0 = dump.manufacturerBlock();
        CardIdentity stored = block0.isPresent() ? identity(block0.get()) : CardIdentity.NONE;
        return new CardFacts(
                isPadded1k(dump) ? PADDED_1K : dump.type().id(),
                said.uid().isPresent() ? said.uid() : stored.uid(),
                said.atqa().isPresent() ? said.atqa() : stored.atqa(),
                said.sak().isPresent() ? said.sak() : stored.sak(),
                block0.isPresent() ? Optional.of(block0.get().bccOk()) : Optional.empty());
    }

    /** A block 0 in which no UID is found is not believed about ATQA and SAK either. */
    private static CardIdentity identity(ManufacturerBlock block0) {
        return block0.uid().isPresent()
                ? new CardIdentity(block0.uid(), Optional.of(block0.atqa()), Optional.of(block0.sak()))
                : CardIdentity.NONE;
    }

    /** ATQA of a 1K, and nothing but zeros behind its 64 blocks, not even access bits. */
    private static boolean isPadded1k(Dump dump) {
        Optional<ManufacturerBlock> block0 = dump.manufacturerBlock();
        return dump.type() == ClassicType.K4
                && block0.isPresent()
                && (block0.get().atqa() & 0x000F) == ClassicType.K1.atqa(4)
                && isZeros(dump.blocks().subList(ClassicType.K1.blockCount(), ClassicType.K4.blockCount()));
    }

    private static boolean isZeros(List<BlockContent> blocks) {
        for (BlockContent block : blocks) {
            if (!block.isComplete() || !block.bytes().isAll(0)) {
                return false;
            }
        }
        return true;
    }
}
