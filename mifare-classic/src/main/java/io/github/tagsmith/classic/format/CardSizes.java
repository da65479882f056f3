package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Which card it is where a file leaves out what was not read, and does not say. */
final class CardSizes {

    /** SAK as block 0 has it, bit 7 left out. */
    private static final Map<Integer, ClassicType> BY_SAK =
            Map.of(0x09, ClassicType.MINI, 0x08, ClassicType.K1, 0x19, ClassicType.K2, 0x18, ClassicType.K4);

    private CardSizes() {}

    /** The smallest card that has the last block of the file, and is not smaller than block 0 says. */
    static ClassicType of(SortedMap<BlockNo, BlockContent> blocks) {
        int last = blocks.lastKey().value();
        ClassicType least = bySak(blocks.getOrDefault(new BlockNo(0), BlockContent.UNKNOWN));
        for (ClassicType type : ClassicType.values()) {
            if (last < type.blockCount() && type.sectorCount() >= least.sectorCount()) {
                return type;
            }
        }
        return ClassicType.K4;
    }

    /** The card that block 0 says it is of, the smallest one if it does not say. */
    private static ClassicType bySak(BlockContent block0) {
        Optional<Bytes> bytes = block0.whole();
        if (bytes.isEmpty()) {
            return ClassicType.MINI;
        }
        ManufacturerBlock block = ManufacturerBlock.decode(bytes.get());
        return block.uid().isPresent() ? BY_SAK.getOrDefault(block.sak() & 0x7F, ClassicType.MINI) : ClassicType.MINI;
    }

    /** All blocks of a card; those the file does not have are unknown. */
    static List<BlockContent> fill(ClassicType type, Map<BlockNo, BlockContent> blocks) {
        List<BlockContent> all = new ArrayList<>();
        for (int number = 0; number < type.blockCount(); number++) {
            all.add(blocks.getOrDefault(new BlockNo(number), BlockContent.UNKNOWN));
        }
        return all;
    }

    /** For error messages: the numbers of blocks that cards have. */
    static String blockCounts() {
        return Arrays.stream(ClassicType.values())
                .sorted(Comparator.comparing(ClassicType::size))
                .map(type -> Integer.toString(type.blockCount()))
                .collect(Collectors.joining(", "));
    }
}
