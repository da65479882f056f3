package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.DataRights;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.TrailerRights;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.List;

/** A card on paper: steps change what is known of it the way they would change the card. */
final class Simulation {

    private final Dump start;
    private final List<BlockContent> blocks;

    Simulation(Dump start) {
        this.start = start;
        this.blocks = new ArrayList<>(start.blocks());
    }

    BlockContent block(BlockNo block) {
        return blocks.get(block.value());
    }

    SectorState sector(SectorNo sector) {
        return new SectorState(sector, block(sector.trailer()));
    }

    Dump dump() {
        return new Dump(start.type(), blocks, start.identity());
    }

    /** Does a step; a trailer changes in the parts that its key may write. */
    void apply(WriteStep step) {
        SectorState state = sector(step.block().sector());
        if (!state.canUse(step.keyType())
                || !state.key(step.keyType()).orElseThrow().equals(step.key())) {
            throw new IllegalStateException(step + ": that key does not open the sector");
        }
        blocks.set(step.block().value(), step.block().isTrailer() ? trailer(state, step) : data(state, step));
    }

    private static BlockContent data(SectorState state, WriteStep step) {
        if (!holders(state, step.kind(), step.block(), step.operand()).include(step.keyType())) {
            throw new IllegalStateException(step + ": not allowed");
        }
        return BlockContent.of(step.data());
    }

    /** Who may do it; a copy needs the right at both ends, which are the same for all holders that have it. */
    static KeyHolders holders(SectorState state, WriteStep.Kind kind, BlockNo block, int operand) {
        DataRights rights = state.data(block).orElseThrow();
        return switch (kind) {
            case INCREMENT -> rights.increment();
            case DECREMENT -> rights.decrement();
            case COPY ->
                state.data(new BlockNo(operand)).orElseThrow().decrement() == KeyHolders.NONE
                        ? KeyHolders.NONE
                        : rights.decrement();
            default -> rights.write();
        };
    }

    private static BlockContent trailer(SectorState state, WriteStep step) {
        BlockContent after = state.trailer();
        for (TrailerPart part : written(state, step.keyType())) {
            after = part.copy(step.data(), after);
        }
        return after;
    }

    /** The parts of a trailer that a key writes. */
    static List<TrailerPart> written(SectorState state, KeyType type) {
        TrailerRights rights = state.trailerRights().orElseThrow();
        return List.of(TrailerPart.values()).stream()
                .filter(part -> part.writers(rights).include(type))
                .toList();
    }
}
