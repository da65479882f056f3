package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.TrailerRights;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/** The parts of a trailer that are allowed or refused each by itself. */
enum TrailerPart {
    KEY_A("key A", SectorTrailer.KEY_A, SectorTrailer.ACCESS),
    ACCESS("access bits", SectorTrailer.ACCESS, SectorTrailer.KEY_B),
    KEY_B("key B", SectorTrailer.KEY_B, ClassicType.BLOCK_LENGTH);

    private final String text;
    private final int from;
    private final int to;

    TrailerPart(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    String text() {
        return text;
    }

    KeyHolders writers(TrailerRights rights) {
        return switch (this) {
            case KEY_A -> rights.keyAWrite();
            case ACCESS -> rights.accessWrite();
            case KEY_B -> rights.keyBWrite();
        };
    }

    Bytes of(Bytes block) {
        return block.slice(from, to);
    }

    Optional<Bytes> of(BlockContent block) {
        return block.part(from, to - from);
    }

    BlockContent copy(Bytes source, BlockContent target) {
        return target.with(from, of(source));
    }
}
