package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.DataRights;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.Optional;

/** Finds the way to write a data block: with a key that may, or by a decrement where a value may only go down. */
final class DataPlanner {

    private final Simulation simulation;
    private final boolean valueCommands;

    DataPlanner(Simulation simulation, boolean valueCommands) {
        this.simulation = simulation;
        this.valueCommands = valueCommands;
    }

    Optional<WriteStep> step(BlockNo block, Bytes wanted) {
        SectorState state = simulation.sector(block.sector());
        Optional<DataRights> rights = state.data(block);
        if (rights.isEmpty()) {
            return Optional.empty();
        }
        WriteStep.Kind kind = block.value() == 0 ? WriteStep.Kind.MANUFACTURER : WriteStep.Kind.DATA;
        return state.usableOf(rights.get().write())
                .map(type -> step(kind, block, state, type, wanted, 0))
                .or(() -> decrement(block, state, rights.get(), wanted));
    }

    private static WriteStep step(
            WriteStep.Kind kind, BlockNo block, SectorState state, KeyType type, Bytes wanted, int amount) {
        return new WriteStep(kind, block, type, state.key(type).orElseThrow(), wanted, amount);
    }

    /** By the card's own command, if the reader has it and the access bits allow it. */
    Optional<WriteStep> change(WriteStep.Kind kind, BlockNo block, int operand, Bytes then) {
        SectorState state = simulation.sector(block.sector());
        if (!valueCommands || block.value() == 0 || state.access().isEmpty()) {
            return Optional.empty();
        }
        return state.usableOf(Simulation.holders(state, kind, block, operand))
                .map(type -> step(kind, block, state, type, then, operand));
    }

    /** The address bytes stay in a decrement, so they must be the wanted ones already. */
    private Optional<WriteStep> decrement(BlockNo block, SectorState state, DataRights rights, Bytes wanted) {
        Optional<ValueBlock> now = simulation.block(block).whole().flatMap(ValueBlock::decode);
        Optional<ValueBlock> then = ValueBlock.decode(wanted);
        if (!valueCommands || block.value() == 0 || now.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        long amount = (long) now.get().value() - then.get().value();
        boolean possible = amount > 0
                && amount <= Integer.MAX_VALUE
                && now.get().address() == then.get().address();
        return possible
                ? state.usableOf(rights.decrement())
                        .map(type -> step(WriteStep.Kind.DECREMENT, block, state, type, wanted, (int) amount))
                : Optional.empty();
    }

    /** Why there is no way. */
    String obstacle(BlockNo block) {
        SectorState state = simulation.sector(block.sector());
        if (!state.canUse(KeyType.A) && !state.canUse(KeyType.B)) {
            return "no known key opens sector " + block.sector();
        }
        Optional<DataRights> rights = state.data(block);
        if (rights.isEmpty()) {
            return "the access bits of sector " + block.sector() + " are not known, or do not check";
        }
        return "it may be written with " + rights.get().write().text()
                + (state.usableOf(rights.get().write()).isEmpty() && !isNeither(rights.get())
                        ? ", which is not known"
                        : "")
                + ", by the card's present access bits";
    }

    private static boolean isNeither(DataRights rights) {
        return !rights.write().include(KeyType.A) && !rights.write().include(KeyType.B);
    }
}
