package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.plan.Finding.Weight;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Works out a plan from what is known of a card. Rights are those of the card's present access bits; data comes before
 * trailers, and everything is done on paper first. A sector whose data may not be written, but whose trailer may, is opened
 * first, if trailers are to be written at all.
 */
public final class WritePlanner {

    private static final BlockNo BLOCK_0 = new BlockNo(0);

    private final Bytes uid;
    private final Dump target;
    private final PlanOptions options;
    private final Simulation simulation;
    private final List<WriteStep> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A planner for one write.
     *
     * @param uid the card
     * @param target what is known of it, the keys in the trailers
     * @param options what may be touched
     */
    public WritePlanner(Bytes uid, Dump target, PlanOptions options) {
        this.uid = uid;
        this.target = target;
        this.options = options;
        this.simulation = new Simulation(target);
    }

    /**
     * Plans a stage: its data first, then its trailers. Stages follow each other as they are planned.
     *
     * @param wanted what the blocks shall hold
     * @return this planner
     */
    public WritePlanner stage(SortedMap<BlockNo, BlockContent> wanted) {
        SortedMap<BlockNo, BlockContent> reachable = new TreeMap<>(wanted);
        wanted.keySet().stream()
                .filter(block -> block.value() >= target.type().blockCount())
                .forEach(block -> {
                    reachable.remove(block);
                    note(block, Weight.STAYS, "this card has no such block");
                });
        reachable.keySet().stream().map(BlockNo::sector).distinct().forEach(sector -> planData(sector, reachable));
        if (options.trailers()) {
            TrailerPlanner trailers = new TrailerPlanner(simulation);
            reachable.forEach((block, content) -> {
                if (block.isTrailer()) {
                    trailers.close(block.sector(), content, this::add, findings::add);
                }
            });
        }
        return this;
    }

    /**
     * The plan of all stages.
     *
     * @return the plan, with the state it promises
     */
    public WritePlan plan() {
        return new WritePlan(uid, target, simulation.dump(), steps, findings);
    }

    /**
     * Plans the change of a value: by the card's own command where the reader has it and the access bits allow it, else by
     * writing the block.
     *
     * @param kind increment, decrement or copy
     * @param block the value block that changes
     * @param operand by how much, or the block that is copied
     * @param then what it shall hold afterwards
     * @return this planner
     */
    public WritePlanner change(WriteStep.Kind kind, BlockNo block, int operand, ValueBlock then) {
        Optional<WriteStep> step =
                new DataPlanner(simulation, options.valueCommands()).change(kind, block, operand, then.encode());
        if (step.isPresent()) {
            add(step.get());
            return this;
        }
        return stage(Wanted.block(block, then.encode()));
    }

    private void add(WriteStep step) {
        simulation.apply(step);
        steps.add(step);
    }

    private void note(BlockNo block, Weight weight, String sentence) {
        findings.add(new Finding(block, weight, sentence));
    }

    private void planData(SectorNo sector, SortedMap<BlockNo, BlockContent> wanted) {
        SortedMap<BlockNo, Bytes> open = new TreeMap<>();
        for (BlockNo block : sector.dataBlocks()) {
            BlockContent content = wanted.get(block);
            if (content != null && differs(block, content) && mayTouch(block, content)) {
                open.put(block, content.bytes());
            }
        }
        DataPlanner planner = new DataPlanner(simulation, options.valueCommands());
        boolean blocked = open.entrySet().stream()
                .anyMatch(e -> planner.step(e.getKey(), e.getValue()).isEmpty());
        if (blocked && options.trailers()) {
            Optional<BlockContent> trailer = Optional.ofNullable(wanted.get(sector.trailer()));
            trailer.flatMap(BlockContent::whole)
                    .flatMap(bytes -> new TrailerPlanner(simulation).open(sector, bytes))
                    .ifPresent(this::add);
        }
        open.forEach((block, bytes) -> planner.step(block, bytes)
                .ifPresentOrElse(this::add, () -> note(block, Weight.STAYS, planner.obstacle(block))));
    }

    private boolean differs(BlockNo block, BlockContent content) {
        return !content.isComplete() || !simulation.block(block).equals(content);
    }

    private boolean mayTouch(BlockNo block, BlockContent content) {
        if (!content.isComplete()) {
            note(block, Weight.STAYS, "what it shall hold is not known");
            return false;
        }
        if (!block.equals(BLOCK_0)) {
            return true;
        }
        if (!options.block0()) {
            note(block, Weight.NOTE, "block 0 stays: it is written only when asked for");
            return false;
        }
        Optional<String> flaw = Block0.flaw(content.bytes(), uid.length());
        flaw.ifPresent(sentence -> note(block, Weight.FORBIDDEN, sentence));
        return flaw.isEmpty();
    }
}
