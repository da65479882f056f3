package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a format cannot say of a dump, in sentences. */
final class Losses {

    private static final int SIGNATURE_BLOCK = 69;

    /** What the head of a file may say of a card. */
    enum Head {
        UID,
        ATQA,
        SAK,
        ATS,
        SIGNATURE,
        NAME;

        static final Set<Head> SELECTION = EnumSet.of(UID, ATQA, SAK);
    }

    private Losses() {}

    /** Blocks with bytes that are not known, where they cannot be marked. */
    static List<String> unknownBytes(Dump dump) {
        List<BlockNo> incomplete = dump.incompleteBlocks();
        return incomplete.isEmpty()
                ? List.of()
                : List.of("unknown bytes cannot be marked and are written as zeros, in blocks "
                        + Ranges.of(incomplete.stream().map(BlockNo::value).toList()));
    }

    /** What is known of the card beside its blocks, does not follow from them, and has no place in the file. */
    static List<String> head(Dump dump, Set<Head> said) {
        List<String> losses = new ArrayList<>();
        for (Head what : Head.values()) {
            if (!said.contains(what)) {
                value(dump.identity(), what)
                        .filter(value -> !inBlocks(dump, what).equals(Optional.of(value)))
                        .ifPresent(value -> losses.add(
                                "the file has no place for the card's " + name(what) + ", which is " + value));
            }
        }
        return losses;
    }

    private static String name(Head what) {
        return switch (what) {
            case UID, ATQA, SAK, ATS -> what.name();
            case SIGNATURE -> "originality signature";
            case NAME -> "name";
        };
    }

    private static Optional<String> value(CardIdentity identity, Head what) {
        return switch (what) {
            case UID -> identity.uid().map(Bytes::toHex);
            case ATQA -> identity.atqa().map(atqa -> Hex.ofShort(atqa));
            case SAK -> identity.sak().map(Hex::ofByte);
            case ATS -> identity.ats().map(Bytes::toHex);
            case SIGNATURE -> identity.signature().map(Bytes::toHex);
            case NAME -> identity.name().map(name -> "\"" + name + "\"");
        };
    }

    private static Optional<String> inBlocks(Dump dump, Head what) {
        Optional<ManufacturerBlock> block0 =
                dump.manufacturerBlock().filter(block -> block.uid().isPresent());
        return switch (what) {
            case UID -> block0.flatMap(ManufacturerBlock::uid).map(Bytes::toHex);
            case ATQA -> block0.map(block -> Hex.ofShort(block.atqa()));
            case SAK -> block0.map(block -> Hex.ofByte(block.sak()));
            case SIGNATURE -> signature(dump).map(Bytes::toHex);
            case ATS, NAME -> Optional.empty();
        };
    }

    private static Optional<Bytes> signature(Dump dump) {
        if (dump.type() != ClassicType.K1_EV1_HIDDEN) {
            return Optional.empty();
        }
        BlockContent first = dump.block(new BlockNo(SIGNATURE_BLOCK));
        BlockContent second = dump.block(new BlockNo(SIGNATURE_BLOCK + 1));
        return first.whole().flatMap(r -> second.whole().map(r::plus));
    }
}
