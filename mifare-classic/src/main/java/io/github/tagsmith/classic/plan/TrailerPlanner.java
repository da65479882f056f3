package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.LockOut;
import io.github.tagsmith.classic.model.NamedAccess;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.plan.Finding.Weight;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plans the write of a trailer: which key reaches the parts that change, and what the new one would lock. */
final class TrailerPlanner {

    private final Simulation simulation;

    TrailerPlanner(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The write that opens a sector for its data: transport access bits, the keys as they are or as they will be. */
    Optional<WriteStep> open(SectorNo sector, Bytes wanted) {
        SectorState state = simulation.sector(sector);
        Bytes keyA = state.key(KeyType.A).map(ClassicKey::reveal).orElse(TrailerPart.KEY_A.of(wanted));
        Bytes keyB = state.key(KeyType.B).map(ClassicKey::reveal).orElse(TrailerPart.KEY_B.of(wanted));
        Bytes gpb = wanted.slice(SectorTrailer.GPB, SectorTrailer.KEY_B);
        Bytes opened = Bytes.concat(keyA, NamedAccess.TRANSPORT.bytes(), gpb, keyB);
        return state.trailerRights()
                .flatMap(rights -> state.usableOf(rights.accessWrite()))
                .filter(type -> state.key(KeyType.A).isPresent()
                        || Simulation.written(state, type).contains(TrailerPart.KEY_A))
                .map(type -> step(WriteStep.Kind.OPEN, state, type, opened));
    }

    private static WriteStep step(WriteStep.Kind kind, SectorState state, KeyType type, Bytes data) {
        return new WriteStep(
                kind, state.sector().trailer(), type, state.key(type).orElseThrow(), data, 0);
    }

    /** The last write of a sector. */
    void close(SectorNo sector, BlockContent content, Consumer<WriteStep> steps, Consumer<Finding> findings) {
        SectorState state = simulation.sector(sector);
        BlockNo block = sector.trailer();
        Optional<Bytes> wanted = content.whole();
        if (wanted.isEmpty()) {
            findings.accept(new Finding(block, Weight.STAYS, "keys or access bits it shall hold are not known"));
            return;
        }
        List<TrailerPart> changing = Arrays.stream(TrailerPart.values())
                .filter(part -> !part.of(state.trailer()).equals(Optional.of(part.of(wanted.get()))))
                .toList();
        if (changing.isEmpty()) {
            return;
        }
        Optional<KeyType> key = bestKey(state, changing);
        List<TrailerPart> missed = new ArrayList<>(changing);
        key.ifPresent(type -> missed.removeAll(Simulation.written(state, type)));
        if (!missed.isEmpty()) {
            findings.accept(new Finding(block, Weight.STAYS, missedText(missed)));
        }
        key.filter(type -> missed.size() < changing.size()).ifPresent(type -> {
            WriteStep step = step(WriteStep.Kind.TRAILER, state, type, wanted.get());
            steps.accept(step);
            risks(state, simulation.sector(sector), wanted.get(), findings);
        });
    }

    private static String missedText(List<TrailerPart> missed) {
        return missed.stream().map(TrailerPart::text).collect(Collectors.joining(", "))
                + " cannot be written with a known key, by the card's present access bits";
    }

    /** The key that writes most of what changes. */
    private static Optional<KeyType> bestKey(SectorState state, List<TrailerPart> changing) {
        return state.access().isEmpty()
                ? Optional.empty()
                : Arrays.stream(KeyType.values())
                        .filter(state::canUse)
                        .max(Comparator.comparing(type -> Simulation.written(state, type).stream()
                                .filter(changing::contains)
                                .count()));
    }

    private static void risks(SectorState before, SectorState after, Bytes wanted, Consumer<Finding> findings) {
        BlockNo block = before.sector().trailer();
        Optional<AccessBits> bits = AccessBits.decode(wanted.slice(SectorTrailer.ACCESS, SectorTrailer.GPB));
        Optional<AccessBits> now = bits.isEmpty() ? bits : after.access();
        LockOut.risks(before.access(), now, after.knownKeys())
                .forEach(risk -> findings.accept(Finding.of(block, risk)));
        if (TrailerPart.KEY_A.of(wanted).isAll(0)) {
            findings.accept(new Finding(
                    block,
                    Weight.RECOVERABLE,
                    "key A would be all zeros, which is what a key A that was not known looks like in an image"));
        }
    }
}
