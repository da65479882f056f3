package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a dump.
 *
 * @param dump what was read
 * @param sectors the sectors that were wanted
 * @param interruption why it ended early, if it did
 */
public record DumpResult(Dump dump, List<SectorNo> sectors, Optional<NfcException> interruption) {

    /**
     * Copies the list.
     *
     * @param dump what was read
     * @param sectors the sectors that were wanted
     * @param interruption why it ended early, if it did
     */
    public DumpResult {
        sectors = List.copyOf(sectors);
    }

    /**
     * The blocks of the wanted sectors of which something is unknown.
     *
     * @return in ascending order
     */
    public List<BlockNo> incompleteBlocks() {
        return dump.incompleteBlocks().stream()
                .filter(block -> sectors.contains(block.sector()))
                .toList();
    }

    /**
     * Whether anything at all was learned.
     *
     * @return false if not even a key fits
     */
    public boolean isEmpty() {
        return dump.blocks().stream().allMatch(BlockContent::isUnknown);
    }
}
